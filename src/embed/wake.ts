import { flushSync, mount, type Component } from 'svelte';
import type { AwakeFigure, FigureProps } from '../components/figures/shared/props.ts';

/** Draws a figure in `target`, and has it run when this returns. `component` is what `unmount` takes. */
export function wake(
  view: Component<FigureProps>,
  target: Element,
  props: Pick<FigureProps, 'id' | 'start' | 'home'>,
): { awake: AwakeFigure; component: object } {
  let awake!: AwakeFigure;
  const onawake = (figure: AwakeFigure) => {
    awake = figure;
    return undefined;
  };
  const component = mount(view, { target, props: { ...props, onawake } });
  flushSync();
  return { awake, component };
}

import { flushSync, mount, type Component } from 'svelte';
import type { FigureProps } from '../components/figures/shared/props.ts';
import type { FigureDefinition } from '../components/figures/shared/settings.ts';
import Guard from '../components/kit/Guard.svelte';

/** A figure with all that belongs to it: what is embedded fetches nothing. */
export interface WholeFigure {
  view: Component<FigureProps>;
  definition: FigureDefinition;
  /** What its output.ts has. */
  output: object;
}

/**
 * Draws a figure in `target`, and has it run when this returns, which `page.onawake` is told. Where it fails, `still`
 * stands in for it.
 * @returns what `unmount` takes
 */
export function wake(
  view: Component<FigureProps>,
  target: Element,
  page: FigureProps,
  still: Element,
): object {
  const component = mount(Guard, { target, props: { view, page, still } });
  flushSync();
  return component;
}

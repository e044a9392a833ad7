import { flushSync, mount, type Component } from 'svelte';
import type { FigureProps } from '../components/figures/shared/props.ts';
import Guard from '../components/kit/Guard.svelte';

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

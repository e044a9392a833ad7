import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { frames } from 'virtual:embeds';
import { componentName } from '../components/figures/registry.ts';
import type { FigureProps } from '../components/figures/shared/props.ts';
import { site } from '../site/site.ts';
import { frameHead } from './discovery.ts';
import { frameHtml } from './frameHtml.ts';
import { channels } from './release.ts';
import { queryOf, titleOf, views, type View } from './views.ts';

const components = import.meta.glob<Component<FigureProps>>(
  '../components/figures/*/[A-Z]*.svelte',
  { eager: true, import: 'default' },
);

/** Where each figure and preset stands: without a version, at the rolling one, and at this one for good. */
export const framePlaces = () =>
  [undefined, ...channels].flatMap((channel) => views.map((view) => ({ channel, view })));

const outputs = import.meta.glob<object>('../components/figures/*/output.ts', {
  eager: true,
  import: 'output',
});

const pages = new Map<View, string>();

/** The page for a frame. It is the same at every version's address. */
export function framePage(view: View, home: URL): string {
  const made = pages.get(view);
  if (made) return made;
  const { figure, preset } = view;
  const { id } = figure;
  const start = queryOf(preset);
  const output = outputs[`../components/figures/${id}/output.ts`];
  const component = components[`../components/figures/${id}/${componentName(id)}.svelte`]!;
  const html = frameHtml({
    title: `${titleOf(view)} · ${site.name}`,
    heading: titleOf(view),
    head: frameHead(figure, preset, home),
    start,
    figure: render(component, { props: { id, start, home: home.origin, output } }).body,
    script: frames[id]!.code,
    style: frames[id]!.css,
  });
  pages.set(view, html);
  return html;
}

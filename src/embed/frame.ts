import type { Component } from 'svelte';
import type { FigureProps } from '../components/figures/shared/props.ts';
import type { FigureDefinition } from '../components/figures/shared/settings.ts';
import { talk } from './child.ts';
import { ready, seek, set, setTheme, watch, type Theme } from './control.svelte.ts';
import { version } from './release.ts';
import { wake } from './wake.ts';

/**
 * Wakes the figure of an embed page. The picture that stands there gives way to the same one, with the settings of
 * the page's address on top of the preset's.
 */
export function startFrame(view: Component<FigureProps>, { id }: FigureDefinition): void {
  const page = document.querySelector<HTMLElement>('[data-start]')!;
  const asked = new URLSearchParams(`${page.dataset['start']}&${location.search.slice(1)}`);

  page.replaceChildren();
  const { awake } = wake(view, page, { id, start: asked.toString(), home: location.origin });

  const theme: Theme = { given: asked.getAll('theme').at(-1) };
  setTheme(awake, page, theme);
  const tell = talk({
    figure: id,
    version,
    ready: () => ready(awake),
    set: (values) => {
      if (typeof values === 'object' && values !== null) set(awake, { ...values });
    },
    command: (name, value) => {
      if (name === 'play') void awake.player?.play();
      if (name === 'pause') awake.player?.pause();
      if (name === 'seek') seek(awake, value);
    },
    theme: (value, hint) => {
      const which = hint ? 'around' : 'given';
      if (value === theme[which]) return;
      theme[which] = value;
      // A frame lets its page through only in that page's scheme. Where that has to hint, it has none, which is light.
      if (hint) document.documentElement.style.colorScheme = value === 'auto' ? '' : 'light';
      setTheme(awake, page, theme);
    },
  });
  watch(awake, (name, detail) => tell({ type: 'event', name, detail }));
}

import type { AwakeFigure } from '../components/figures/shared/props.ts';
import { talk } from './child.ts';
import { ready, seek, set, setTheme, watch, type Theme } from './control.svelte.ts';
import { version } from './release.ts';
import { wake, type WholeFigure } from './wake.ts';

/**
 * Wakes the figure of an embed page. The picture that stands there gives way to the same one, with the settings of
 * the page's address on top of the preset's.
 */
export function startFrame({ view, definition: { id }, output }: WholeFigure): void {
  const page = document.querySelector<HTMLElement>('[data-start]')!;
  const asked = new URLSearchParams(`${page.dataset['start']}&${location.search.slice(1)}`);
  const theme: Theme = { given: asked.getAll('theme').at(-1) };

  let awake: AwakeFigure | undefined;
  let tell: ReturnType<typeof talk> | undefined = undefined;
  let unwatch: (() => void) | undefined;
  /** Once the host knows the height, it hears of the figure. */
  const attend = (resumed: boolean) => {
    if (!tell) return;
    setTheme(awake, page, theme);
    if (awake)
      unwatch = watch(awake, (name, detail) => tell!({ type: 'event', name, detail }), resumed);
  };

  const still = document.createElement('div');
  still.append(...page.childNodes);
  const onawake = (it: AwakeFigure, resumed = false) => {
    awake = it;
    attend(resumed);
    return () => {
      awake = undefined;
      unwatch?.();
    };
  };
  const start = asked.toString();
  wake(view, page, { id, output, start, home: location.origin, onawake }, still);

  tell = talk({
    figure: id,
    version,
    ready: () => awake && ready(awake),
    set: (values) => {
      if (awake && typeof values === 'object' && values !== null) set(awake, { ...values });
    },
    command: (name, value) => {
      if (name === 'play') void awake?.player?.play();
      if (name === 'pause') awake?.player?.pause();
      if (name === 'seek' && awake) seek(awake, value);
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
  attend(false);
}

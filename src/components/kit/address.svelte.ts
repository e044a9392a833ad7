import { roundMs } from '../../sim/index.ts';
import type { FigureState } from '../figures/shared/figure.svelte.ts';
import { toQuery } from '../figures/shared/settings.ts';
import type { Player } from '../../playback/player.svelte.ts';

/** A figure's settings and the moment it rests at, as a query string: what a link to this very picture says. */
export function pictureQuery(figure: FigureState, player?: Player): string {
  // To the microsecond: a paint at 433.333 ms is not there yet at 433.
  const t = !player || player.untouched ? null : roundMs(player.t);
  return toQuery(figure.definition.settings, { ...figure.values, t });
}

/** Takes the settings from the page's address, and the playhead with them. */
export function readAddress(figure: FigureState, player?: Player): void {
  figure.load(location.search);
  goToMoment(figure, player);
}

/** Puts the playhead where the settings say, or back to the poster. */
export function goToMoment(figure: FigureState, player?: Player): void {
  const t = figure.values['t'];
  if (typeof t === 'number') player?.seek(t);
  else player?.reset();
}

/** This address with the figure's settings put in place of those it had; other parameters stay. */
function withSettings(figure: FigureState, query: string): URL {
  const url = new URL(location.href);
  for (const name of Object.keys(figure.definition.settings)) url.searchParams.delete(name);
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.set(name, value);
  return url;
}

/**
 * Keeps the page's address true to the picture, and the picture to the address when the reader goes back.
 * Waits a moment before it writes, since a dragged slider would otherwise write a hundred addresses and browsers
 * refuse to go on (Safari: 100 in 30 s).
 */
export function keepAddress(
  whose: () => { figure: FigureState; player: Player | undefined; on: boolean },
  query: () => string,
): void {
  let written: string | undefined;
  $effect(() => {
    const { figure, on } = whose();
    if (!on) return;
    const search = query();
    written ??= search; // as it came: a bad value stays in sight until the reader changes something
    if (search === written) return;
    const timer = setTimeout(() => {
      written = search;
      history.replaceState(history.state, '', withSettings(figure, search));
    }, 250);
    return () => clearTimeout(timer);
  });
  $effect(() => {
    const { figure, player, on } = whose();
    if (!on) return;
    const back = () => readAddress(figure, player);
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  });
}

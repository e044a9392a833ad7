import type { FigureState } from '../figures/shared/figure.svelte.ts';
import { toQuery } from '../figures/shared/settings.ts';
import type { Player } from '../../playback/player.svelte.ts';

/** A figure's settings and the moment it rests at, as a query string: what a link to this very picture says. */
export function pictureQuery(figure: FigureState, player: Player): string {
  const t = player.untouched ? null : Math.round(player.t);
  return toQuery(figure.definition.settings, { ...figure.values, t });
}

/** Takes the settings from the page's address, and the playhead with them. */
export function readAddress(figure: FigureState, player: Player): void {
  figure.load(location.search);
  goToMoment(figure, player);
}

/** Puts the playhead where the settings say, or back to the poster. */
export function goToMoment(figure: FigureState, player: Player): void {
  const t = figure.values['t'];
  if (typeof t === 'number') player.seek(t);
  else player.reset();
}

/**
 * Keeps the page's address true to the picture. Waits a moment, since a dragged slider would otherwise
 * write a hundred addresses and browsers refuse to go on (Safari: 100 in 30 s).
 */
export function keepAddress(query: () => string): void {
  let first = true;
  $effect(() => {
    const search = query();
    if (first) {
      first = false; // as it came: a bad value stays in sight until the reader changes something
      return;
    }
    const timer = setTimeout(() => {
      const url = new URL(location.href);
      url.search = search;
      history.replaceState(history.state, '', url);
    }, 250);
    return () => clearTimeout(timer);
  });
}

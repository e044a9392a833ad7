import { roundMs } from '../../sim/index.ts';
import type { FigureState } from '../figures/shared/figure.svelte.ts';
import type { Player } from '../../playback/player.svelte.ts';

/** A figure's settings and the moment it rests at, as a query string: what a link to this very picture says. */
export function pictureQuery(figure: FigureState, player?: Player): string {
  // To the microsecond: a paint at 433.333 ms is not there yet at 433.
  return figure.query(!player || player.untouched ? null : roundMs(player.t));
}

/** Puts the playhead where the settings say, or back to the poster. */
export function goToMoment(figure: FigureState, player?: Player): void {
  const t = figure.values['t'];
  if (typeof t === 'number') player?.seek(t);
  else player?.reset();
}

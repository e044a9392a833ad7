import { tickStep } from 'd3-array';
import type { Ms } from '../../../sim/index.ts';

/** Length of the text (UTF-16 units) once so many of its pieces are shown: one entry more than there are pieces. */
export function cutsOf(pieces: readonly string[]): Uint32Array {
  const cuts = new Uint32Array(pieces.length + 1);
  pieces.forEach((piece, i) => (cuts[i + 1] = cuts[i]! + piece.length));
  return cuts;
}

/**
 * How long a scene plays: to the share `more` past its last event, in whole steps of the scrubber. A step is 1, 2 or 5
 * times a power of ten, about a four-hundredth of the way, and at least 1 ms; so is the duration at the least.
 */
export function playtime(last: Ms, more: number): { duration: Ms; step: Ms } {
  const step = Math.max(1, tickStep(0, last, 400));
  return { duration: Math.max(1, Math.ceil((last * (1 + more)) / step)) * step, step };
}

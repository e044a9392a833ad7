import { ticks, tickStep } from 'd3-array';
import type { Ms } from '../../../sim/index.ts';
import type { Scene, StepId } from './scene.ts';

/** The followed token's way as a bar on a time axis from 0: shares of its width. */
export interface Bar {
  segments: { id: StepId; from: number; to: number; label: string | null }[];
  ticks: { at: number; label: string }[];
  share: (t: Ms) => number;
}

export function barOf({ way }: Scene): Bar {
  const end = Math.max(1, way.at(-1)!.to * 1.04);
  const scale = (t: Ms) => Math.min(Math.max(0, t / end), 1);
  const gap = tickStep(0, end, 6);
  const inSeconds = gap >= 500;
  return {
    share: scale,
    segments: way.map(({ id, name, from, to }) => ({
      id,
      from: scale(from),
      to: scale(to),
      // A name needs room: about 1 % of the bar for each letter.
      label: scale(to) - scale(from) > name.length * 0.013 ? name : null,
    })),
    // Not at the very end, where its label would have no room.
    ticks: ticks(0, end, 6)
      .filter((t) => scale(t) < 0.97)
      .map((t) => ({
        at: scale(t),
        label: inSeconds ? `${t / 1000} s` : `${t} ms`,
      })),
  };
}

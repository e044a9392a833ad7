import { countUntil, type Ms } from '../../../sim/index.ts';
import type { Scene } from './scene.ts';

/*
 * All that is on the network link, as marks too small to name. They move as one: a path for each lap, in shares of the
 * way from where the lap began, is drawn once and then moved by the share of the lap that has passed.
 */

/** No more marks than this on the way at a time: they would touch. */
const MOST = 120;

/** Which lap `t` is in, from 0, and what share of it has passed. A lap takes as long as the way; 0 if that is no time. */
export function lapAt({ trace }: Scene, t: Ms): { lap: number; passed: number } {
  const { latency } = trace.scenario;
  const laps = latency > 0 ? t / latency : 0;
  const lap = Math.floor(laps);
  return { lap, passed: laps - lap };
}

/** Where the marks stand when the lap begins: −1…1, since some set out during the lap. Ascending, and none twice. */
export function marksOf({ trace }: Scene, lap: number): number[] {
  const { latency } = trace.scenario;
  if (latency === 0) return [];
  const from = countUntil(trace.proxy, (lap - 1) * latency);
  const to = countUntil(trace.proxy, (lap + 1) * latency);
  const places = Array.from(trace.proxy.subarray(from, to), (sent) =>
    Math.round((lap - sent / latency) * MOST),
  );
  return [...new Set(places)].reverse().map((place) => place / MOST);
}

import { setTimeout as delay } from 'node:timers/promises';
import type { Ms } from '../sim/index.ts';

/** What time it is, and a way to wait. The tests have one that they move by hand. */
export interface WireClock {
  /** ms since 1970, with fractions; never goes back while the process lives. */
  now(): Ms;
  /** Resolves at `t` or later, at once if that is past; rejects when `signal` is aborted. */
  until(t: Ms, signal?: AbortSignal): Promise<void>;
}

const now = () => performance.timeOrigin + performance.now();

/** The machine's own. A timer may come a millisecond early: then it is asked again. */
export const realClock: WireClock = {
  now,
  async until(t, signal) {
    signal?.throwIfAborted();
    for (let left = t - now(); left > 0; left = t - now())
      await delay(Math.ceil(left), undefined, { ...(signal && { signal }) });
  },
};

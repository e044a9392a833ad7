import { setTimeout as delay } from 'node:timers/promises';
import type { Ms } from '../sim/index.ts';

/** What time it is, and a way to wait. The tests have one that they move by hand. */
export interface WireClock {
  /** ms, from any zero; never goes back. */
  now(): Ms;
  /** Resolves at `t` or later, at once if that is past; rejects when `signal` is aborted. */
  until(t: Ms, signal?: AbortSignal): Promise<void>;
}

/** The machine's own. A timer may come a millisecond early: then it is asked again. */
export const realClock: WireClock = {
  now: () => performance.now(),
  async until(t, signal) {
    signal?.throwIfAborted();
    for (let left = t - performance.now(); left > 0; left = t - performance.now())
      await delay(Math.ceil(left), undefined, { ...(signal && { signal }) });
  },
};

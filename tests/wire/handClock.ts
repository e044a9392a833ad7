import type { WireClock } from '../../src/wire/clock.ts';

/** A clock that stands still until it is moved. */
export interface HandClock extends WireClock {
  /** Moves it by `ms`, one waiter after the other: each finds the time that it waited for. */
  pass(ms: number): Promise<void>;
  /** Moves it on, 100 ms at a time, until that is settled. */
  passUntil(settled: Promise<unknown>): Promise<void>;
  /** How many wait. */
  waiting(): number;
}

export function handClock(start = 0): HandClock {
  let now = start;
  const waiting = new Set<{ t: number; go: () => void }>();
  const clock: HandClock = {
    now: () => now,
    waiting: () => waiting.size,
    until: (t, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        if (t <= now) return resolve();
        const waiter = { t, go: resolve };
        waiting.add(waiter);
        signal?.addEventListener('abort', () => {
          if (waiting.delete(waiter)) reject(signal.reason as Error);
        });
      }),
    async pass(ms) {
      const end = now + ms;
      for (;;) {
        // What came of the last one may wait again, or write to a socket.
        await new Promise(setImmediate);
        const [first] = [...waiting].filter(({ t }) => t <= end).sort((a, b) => a.t - b.t);
        if (!first) break;
        now = Math.max(now, first.t);
        waiting.delete(first);
        first.go();
      }
      now = end;
    },
    async passUntil(settled) {
      const over = new AbortController();
      void settled.finally(() => over.abort());
      while (!over.signal.aborted) await clock.pass(100);
    },
  };
  return clock;
}

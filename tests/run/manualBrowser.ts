import { roundMs, type Ms } from '../../src/sim/index.ts';
import { beatAfter, beatTime, frames } from '../../src/sim/page.ts';
import type { Browser } from '../../src/run/screen.ts';

interface Task {
  at: Ms;
  order: number;
  run: () => void;
}

/**
 * A browser with one main thread, whose time moves only by work, and to the next thing that is due. What is due at one
 * time runs in the order in which it was asked for, but a frame that is due comes first.
 */
export function manualBrowser(
  hz: number,
): Browser & { untilDone(work: Promise<unknown>): Promise<void> } {
  const display = frames(hz);
  let now: Ms = 0;
  let order = 0;
  let frameDone = -1;
  let onFrame: (() => void)[] = [];
  const tasks: Task[] = [];
  const add = (at: Ms, run: () => void, first = false) =>
    void tasks.push({ at, order: first ? -1 : order++, run });

  /** The frame's callbacks run together; those asked for meanwhile are for the next one. */
  const frame = () => {
    frameDone = beatAfter(now, display);
    const callbacks = onFrame;
    onFrame = [];
    callbacks.forEach((run) => run());
  };

  return {
    now: () => now,
    nextFrame(then) {
      if (onFrame.push(then) > 1) return;
      const next = Math.max(beatAfter(now, display), frameDone + 1);
      add(beatTime(next, display), frame, true);
    },
    after: (delay, then) => add(roundMs(now + Math.max(0, delay)), then),
    post: (then) => add(now, then),
    busyUntil(end) {
      now = Math.max(now, roundMs(end));
    },
    async untilDone(work) {
      const over = { yes: false };
      const ended = work.finally(() => (over.yes = true));
      for (;;) {
        await new Promise(setImmediate); // all that is waiting for nothing but its turn
        if (over.yes) {
          await ended;
          return;
        }
        tasks.sort((a, b) => a.at - b.at || a.order - b.order);
        const task = tasks.shift();
        if (!task) throw new Error('nothing is due any more, and the work is not done');
        now = Math.max(now, task.at);
        task.run();
      }
    },
  };
}

import type { Ms, Trace } from '../sim/index.ts';
import { play } from './play.ts';
import type { Recording } from './record.ts';
import { browserOf } from './screen.ts';

/** What a run came to, and what the browser says of it. */
export interface Outcome {
  recording: Recording;
  /** How long each long task took, where the browser tells. https://w3c.github.io/longtasks/ */
  longTasks: Ms[] | null;
}

type Scheduling = { isInputPending?: () => boolean } | undefined;

/**
 * Runs a trace in a frame of the page's own origin: a document of its own, on the page's main thread. `text` is the node
 * in it that takes the answer. Time begins with one of its frames, so that the display's beat is the simulator's.
 * Where the browser tells that somebody presses something, a batch pauses between two tokens, so that it can be stopped.
 * @throws whatever reason `signal` was aborted with
 */
export function runInFrame(
  frame: Window & typeof globalThis,
  text: Text,
  trace: Trace,
  signal: AbortSignal,
): Promise<Outcome> {
  // A page that is hidden, or a frame that is gone, has no next frame to wait for.
  const stopped = new Promise<never>((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error)),
  );
  return Promise.race([run(frame, text, trace, signal), stopped]);
}

async function run(
  frame: Window & typeof globalThis,
  text: Text,
  trace: Trace,
  signal: AbortSignal,
): Promise<Outcome> {
  await new Promise(frame.requestAnimationFrame);
  signal.throwIfAborted();
  const start = performance.now();
  const tasks = listen(start);
  const browser = browserOf(frame, start);
  const { scheduling } = navigator as { scheduling?: Scheduling };
  try {
    const recording = await play(trace, browser, {
      write: (pieces) => text.appendData(pieces.join('')),
      between() {
        signal.throwIfAborted();
        if (!scheduling?.isInputPending?.()) return;
        return new Promise<void>(browser.post).then(() => signal.throwIfAborted());
      },
      signal,
    });
    await new Promise(frame.requestAnimationFrame); // its last task is over
    return { recording, longTasks: tasks.sofar() };
  } finally {
    tasks.stop();
  }
}

/** Collects the long tasks that begin at `start` of `performance.now()` or later. */
function listen(start: Ms): { sofar(): Ms[] | null; stop(): void } {
  if (!PerformanceObserver.supportedEntryTypes.includes('longtask'))
    return { sofar: () => null, stop: () => {} };
  const found: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => found.push(...list.getEntries()));
  observer.observe({ type: 'longtask' });
  return {
    sofar() {
      found.push(...observer.takeRecords());
      return found.filter((task) => task.startTime >= start).map((task) => task.duration);
    },
    stop: () => observer.disconnect(),
  };
}

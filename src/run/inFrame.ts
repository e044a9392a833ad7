import type { Ms, Trace } from '../sim/index.ts';
import { givingWay } from './giveWay.ts';
import { play } from './play.ts';
import type { Recording } from './record.ts';
import { browserOf } from './screen.ts';

/** What a run came to, and what the browser says of it. */
export interface Outcome {
  recording: Recording;
  /** How long each long task took, where the browser tells. https://w3c.github.io/longtasks/ */
  longTasks: Ms[] | null;
  /** When the reader clicked or pressed a key meanwhile. */
  inputs: readonly Ms[];
}

type Scheduling = { isInputPending?: () => boolean } | undefined;

/**
 * Runs a trace in a frame of the page's own origin: a document of its own, on the page's main thread. `text` is the node
 * in it that takes the answer. Time begins with one of its frames, so that the display's beat is the simulator's.
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
  const inputs = listenToReader(start);
  const browser = browserOf(frame, start);
  const { post } = browser;
  const { scheduling } = navigator as { scheduling?: Scheduling };
  const inputPending = () => scheduling?.isInputPending?.() ?? false;
  try {
    const recording = await play(trace, browser, {
      write: (pieces) => text.appendData(pieces.join('')),
      between: givingWay({ post, inputPending, signal }),
      signal,
    });
    await new Promise(frame.requestAnimationFrame); // its last task is over
    return { recording, longTasks: tasks.sofar(), inputs: inputs.found };
  } finally {
    tasks.stop();
    inputs.stop();
  }
}

/** Does this browser tell of long tasks? */
export const tellsOfLongTasks = (): boolean =>
  PerformanceObserver.supportedEntryTypes.includes('longtask');

/** Collects the long tasks that begin at `start` of `performance.now()` or later. */
function listen(start: Ms): { sofar(): Ms[] | null; stop(): void } {
  if (!tellsOfLongTasks()) return { sofar: () => null, stop: () => {} };
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

/** Collects when somebody clicks or presses a key: what an event says of that, whenever the page gets round to it. */
function listenToReader(start: Ms): { found: readonly Ms[]; stop(): void } {
  const found: Ms[] = [];
  const over = new AbortController();
  for (const type of ['pointerdown', 'keydown'])
    window.addEventListener(type, ({ timeStamp }) => found.push(timeStamp - start), {
      capture: true,
      passive: true,
      signal: over.signal,
    });
  return { found, stop: () => over.abort() };
}

import type { Ms } from '../sim/index.ts';
import type { Recorder } from './record.ts';
import type { Screen } from './renders.ts';

/** What of a browser a screen needs. A test moves one by hand. */
export interface Browser {
  /** ms since the request was sent */
  now(): Ms;
  /** `requestAnimationFrame` */
  nextFrame(then: () => void): void;
  /** `setTimeout` */
  after(delay: Ms, then: () => void): void;
  /** A task, as soon as the browser has a turn for it. */
  post(then: () => void): void;
  /** Keeps the main thread busy until then. */
  busyUntil(end: Ms): void;
}

/** What a draw is: the DOM, and the work. */
export interface Drawing<T> {
  /** Puts these into the DOM, after what is there. */
  write(items: readonly T[]): void;
  /** How long a draw takes that leaves so many items on the screen, ms. */
  cost(shown: number): Ms;
  between?: Screen<T>['between'];
}

export interface RecordedScreen<T> extends Screen<T> {
  /** Resolves when all that has been drawn is painted. */
  settled(): Promise<void>;
}

/**
 * A screen that notes when each item is written and painted. The paint is taken to be where the callbacks of its frame
 * end, as in the model; in Chromium the frame is on the screen 2 ms later. A message posted from the frame, which is the
 * usual way to see the end of a paint, is no good here: while a stream keeps the page busy, messages wait for many
 * frames, and several paints look like one.
 */
export function recordedScreen<T>(
  browser: Browser,
  recorder: Recorder,
  { write, cost, between }: Drawing<T>,
): RecordedScreen<T> {
  let inFrame = false;
  let nextPaint: Promise<void> | undefined;

  const look = () => {
    nextPaint ??= new Promise((resolve) =>
      browser.nextFrame(() => {
        nextPaint = undefined;
        recorder.painted(browser.now());
        resolve();
      }),
    );
  };

  return {
    now: () => browser.now(),
    draw(items) {
      const start = browser.now();
      write(items);
      const written = browser.now();
      browser.busyUntil(start + cost(recorder.drawn + items.length));
      recorder.drew(items.length, start, written, browser.now());
      if (!inFrame) look();
    },
    nextFrame: (then) =>
      browser.nextFrame(() => {
        inFrame = true;
        recorder.pause();
        try {
          then();
        } finally {
          inFrame = false;
          recorder.painted(browser.now());
        }
      }),
    after: (delay, then) =>
      browser.after(delay, () => {
        recorder.pause();
        then();
      }),
    turn: () => new Promise((resolve) => browser.post(resolve)),
    settled: () => nextPaint ?? Promise.resolve(),
    ...(between && { between }),
  };
}

/** A window as a `Browser`, whose time begins at `start` of the `performance.now()` of whoever runs this. */
export function browserOf(window: Window & typeof globalThis, start: Ms): Browser {
  const { port1, port2 } = new window.MessageChannel();
  const posted: (() => void)[] = [];
  port1.onmessage = () => posted.shift()?.();
  const now = () => performance.now() - start;
  const post = (then: () => void) => {
    posted.push(then);
    port2.postMessage(null);
  };
  return {
    now,
    nextFrame: (then) => void window.requestAnimationFrame(then),
    after(delay, then) {
      // Timers that set each other are held to 4 ms at least, but not those that a message sets.
      const due = now() + delay;
      if (delay >= 4) window.setTimeout(then, delay);
      else post(() => void window.setTimeout(then, due - now()));
    },
    post,
    busyUntil(end) {
      while (now() < end);
    },
  };
}

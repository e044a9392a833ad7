import { expect, it } from 'vitest';
import { Recorder } from '../../src/run/record.ts';
import { browserOf, recordedScreen } from '../../src/run/screen.ts';
import { manualBrowser } from './manualBrowser.ts';

it('a draw is painted with the next frame, one in a frame with that very one', async () => {
  const browser = manualBrowser(50);
  const recorder = new Recorder();
  const screen = recordedScreen<string>(browser, recorder, { write: () => {}, cost: () => 3 });
  const draws = async () => {
    browser.busyUntil(1);
    screen.draw(['a']);
    screen.draw(['b']);
    await screen.settled();
    await new Promise<void>((resolve) =>
      screen.nextFrame(() => {
        screen.draw(['c']);
        resolve();
      }),
    );
  };
  await browser.untilDone(draws());
  const { writes, paints, shown, busy } = recorder.recording();
  expect([...writes]).toEqual([1, 4, 40]);
  expect([...paints]).toEqual([20, 43]);
  expect([...shown]).toEqual([2, 3]);
  expect([...busy]).toEqual([1, 7, 40, 43]);
});

it('sets short timers from a message, since those that a timer sets are held to 4 ms', async () => {
  const inMessage: boolean[] = [];
  let handling = false;
  class Channel {
    port1: { onmessage?: () => void } = {};
    port2 = {
      postMessage: () =>
        queueMicrotask(() => {
          handling = true;
          this.port1.onmessage?.();
          handling = false;
        }),
    };
  }
  const window = {
    MessageChannel: Channel,
    setTimeout: (then: () => void) => {
      inMessage.push(handling);
      queueMicrotask(then);
    },
  } as unknown as Window & typeof globalThis;
  const browser = browserOf(window, performance.now());
  for (const delay of [1, 3.9, 4, 500])
    await new Promise<void>((resolve) => browser.after(delay, resolve));
  expect(inMessage).toEqual([true, true, false, false]);
});

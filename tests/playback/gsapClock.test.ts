import { afterEach, beforeEach, expect, test, vi } from 'vitest';

// Without a window GSAP ticks on a timer, which the test moves.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('GSAP tells the time at its rate up to the end, and a clock that is stopped leaves nothing scheduled', async () => {
  const { gsapClock } = await import('../../src/playback/gsapClock.ts');
  const times: number[] = [];
  let ended = 0;
  const clock = gsapClock({ onTime: (t) => times.push(t), onEnd: () => ended++ });

  clock.play(100, 300, 2);
  await vi.advanceTimersByTimeAsync(60);
  expect(times.at(-1)).toBeGreaterThan(150);
  expect(times.at(-1)).toBeLessThan(250);
  expect(vi.getTimerCount()).toBeGreaterThan(0);

  clock.stop();
  const told = times.length;
  await vi.advanceTimersByTimeAsync(200);
  expect([times.length, ended, vi.getTimerCount()]).toEqual([told, 0, 0]);

  clock.play(250, 300, 1);
  await vi.advanceTimersByTimeAsync(400);
  expect([times.at(-1), ended, vi.getTimerCount()]).toEqual([300, 1, 0]);
});

import { describe, expect, test } from 'vitest';
import { frameClock } from '../../src/playback/frameClock.ts';
import { manualClock } from '../../src/playback/manualClock.ts';
import { Player } from '../../src/playback/player.svelte.ts';

function setUp(more: Partial<ConstructorParameters<typeof Player>[0]> = {}) {
  const clock = manualClock();
  const player = new Player({
    duration: () => 1000,
    poster: () => 400,
    events: () => Float64Array.of(100, 200, 600),
    loadClock: () => Promise.resolve(clock.factory),
    ...more,
  });
  return { player, clock };
}

describe('Player', () => {
  test('rests at the poster, and plays from the start when nobody has touched it', async () => {
    const { player, clock } = setUp();
    expect(player.t).toBe(400);
    expect(player.untouched).toBe(true);
    await player.play();
    expect(player.t).toBe(0);
    clock.advance(150);
    expect(player.t).toBe(150);
  });

  test('starts where a link says, and plays on from there', async () => {
    const { player, clock } = setUp({ start: 700 });
    expect(player.t).toBe(700);
    await player.play();
    clock.advance(50);
    expect(player.t).toBe(750);
  });

  test('pauses, goes on, and stops at the end; playing again starts over', async () => {
    const { player, clock } = setUp();
    await player.play();
    clock.advance(300);
    player.pause();
    expect(clock.running()).toBe(false);
    await player.play();
    clock.advance(10_000);
    expect([player.t, player.playing, player.atEnd]).toEqual([1000, false, true]);
    await player.play();
    expect(player.t).toBe(0);
  });

  test('words follow ten times a second while it plays, and exactly where it rests', async () => {
    const { player, clock } = setUp({ speed: 0.25 });
    await player.play();
    clock.advance(390);
    expect([player.t, player.readout]).toEqual([97.5, 75]);
    player.pause();
    expect(player.readout).toBe(97.5);
  });

  test('speed changes how much is shown per ms, also while playing', async () => {
    const { player, clock } = setUp();
    await player.play();
    player.setSpeed(0.25);
    clock.advance(400);
    expect(player.t).toBe(100);
    player.setSpeed(4);
    clock.advance(100);
    expect(player.t).toBe(500);
  });

  test.each([
    { from: 150, direction: 1, expected: 200 },
    { from: 200, direction: 1, expected: 600 },
    { from: 600, direction: 1, expected: 1000 },
    { from: 150, direction: -1, expected: 100 },
    { from: 100, direction: -1, expected: 0 },
  ] as const)('steps from $from by $direction to $expected', ({ from, direction, expected }) => {
    const { player } = setUp();
    player.seek(from);
    player.step(direction);
    expect(player.t).toBe(expected);
    expect(player.playing).toBe(false);
  });

  test('seeking stays within the time there is, and goes on playing from there', async () => {
    const { player, clock } = setUp();
    await player.play();
    player.seek(-5);
    expect(player.t).toBe(0);
    player.seek(500);
    clock.advance(20);
    expect(player.t).toBe(520);
    player.seek(5000);
    expect(player.t).toBe(1000);
  });

  test('out of sight it waits and goes on by itself, but what the reader paused stays paused', async () => {
    const { player, clock } = setUp();
    await player.play();
    clock.advance(100);
    player.suspend('hidden tab');
    player.suspend('off screen');
    expect([player.playing, clock.running()]).toEqual([true, false]);
    player.resume('hidden tab');
    expect(clock.running()).toBe(false);
    player.resume('off screen');
    clock.advance(100);
    expect(player.t).toBe(200);
    player.pause();
    player.suspend('off screen');
    player.resume('off screen');
    expect(clock.running()).toBe(false);
  });

  test('with reduced motion it shows a still every half second, and the end', async () => {
    const { player, clock } = setUp();
    player.still = true;
    await player.play();
    const seen = new Set<number>();
    for (let i = 0; i < 100; i++) {
      clock.advance(10);
      seen.add(player.t);
    }
    expect([...seen]).toEqual([0, 500, 1000]);
  });

  test('a shorter story ends sooner: the playhead is never past the end', async () => {
    let duration = 1000;
    const { player, clock } = setUp({ duration: () => duration });
    await player.play();
    clock.advance(300);
    duration = 500;
    player.refresh();
    clock.advance(1000);
    expect([player.t, player.playing]).toEqual([500, false]);
    player.seek(900);
    expect(player.t).toBe(500);
  });

  test('pausing before the clock has come leaves it paused', async () => {
    const { player, clock } = setUp();
    const playing = player.play();
    player.pause();
    await playing;
    expect(clock.running()).toBe(false);
  });

  test('play, pause and play before the clock has come make one clock, which pause stops', async () => {
    let made = 0;
    const clock = manualClock();
    const loadClock = () =>
      Promise.resolve((listener: Parameters<typeof clock.factory>[0]) => {
        made++;
        return clock.factory(listener);
      });
    const { player } = setUp({ loadClock });
    const first = player.play();
    player.pause();
    await Promise.all([first, player.play()]);
    expect(made).toBe(1);
    clock.advance(50);
    player.pause();
    clock.advance(50);
    expect(player.t).toBe(50);
  });

  test('plays on requestAnimationFrame when the clock cannot be fetched', async () => {
    const frames: FrameRequestCallback[] = [];
    globalThis.requestAnimationFrame = (callback) => frames.push(callback);
    globalThis.cancelAnimationFrame = () => undefined;
    const { player } = setUp({ loadClock: () => Promise.reject(new Error('offline')) });
    await player.play();
    frames.shift()!(1000);
    frames.shift()!(1250);
    expect(player.t).toBe(250);
  });
});

describe('frameClock', () => {
  test('counts real time from its first frame, at its rate, up to the end', () => {
    const frames: FrameRequestCallback[] = [];
    globalThis.requestAnimationFrame = (callback) => frames.push(callback);
    globalThis.cancelAnimationFrame = () => undefined;
    const times: number[] = [];
    let ended = 0;
    const clock = frameClock({ onTime: (t) => times.push(t), onEnd: () => ended++ });
    clock.play(100, 200, 2);
    for (const now of [5000, 5020, 5080]) frames.shift()?.(now);
    expect(times).toEqual([100, 140, 200]);
    expect([ended, frames.length]).toEqual([1, 0]);
  });
});

import type { Page } from '@playwright/test';
import { mainThread, perSecond, SLOWDOWN, type Work } from './mainThread.ts';
import { awakeFigure, pause, play, playtimeOf, scrubTo, speedOf } from './playback.ts';
import { steadyFrames } from './steadyFrames.ts';

export interface PlayingCost {
  /** Frames per second, and how many of them took over 50 ms. They mean something on a quiet machine only. */
  fps: number;
  slowFrames: number;
  /** Tasks over 50 ms. */
  longTasks: number;
  /** CPU ms for sixty frames, which is a second of play. */
  work: Work;
}

interface Options {
  /** At most so long is played: sixty frames to a second. */
  seconds?: number;
  /** Where playing starts, as a share of all there is: the default is where a stream has well begun. */
  from?: number;
  /** The speed on the playback bar; the figure's own if not given. */
  speed?: number;
  slowdown?: number;
}

/** What a figure of the page at `url` costs the main thread while it plays. */
export async function playingCost(
  page: Page,
  url: string,
  figureId: string,
  { seconds = 4, from = 0.15, speed, slowdown = SLOWDOWN }: Options = {},
): Promise<PlayingCost> {
  await steadyFrames(page);
  await page.goto(url);
  const figure = await awakeFigure(page, figureId);
  const pace = await speedOf(figure, speed);
  const whole = await playtimeOf(figure);
  // Once through the clock's arrival, which is not what playing costs.
  await play(figure);
  await pause(figure);
  await scrubTo(figure, whole * from);

  const main = await mainThread(page, slowdown);
  await play(figure);
  const before = await main.work();
  const room = (whole * (1 - from)) / pace / 1000 - 0.5; // short of the end, where it would rest
  const frames = await page.evaluate(watchFrames, Math.floor(60 * Math.min(seconds, room)));
  const after = await main.work();
  await pause(figure);
  await main.release();
  const { count, ...smoothness } = frames;
  return { ...smoothness, work: perSecond(before, after, (count / 60) * 1000) };
}

/** In the page: lets so many frames pass, and says how they went. */
async function watchFrames(
  count: number,
): Promise<{ fps: number; slowFrames: number; longTasks: number; count: number }> {
  let longTasks = 0;
  const observer = new PerformanceObserver((list) => (longTasks += list.getEntries().length));
  observer.observe({ type: 'longtask' });
  const frame = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => resolve(document.timeline.currentTime as number));
    });
  const start = await frame();
  let [now, slowFrames] = [start, 0];
  for (let i = 0; i < count; i++) {
    const before = now;
    now = await frame();
    if (now - before > 50) slowFrames++;
  }
  observer.disconnect();
  return { fps: (count / (now - start)) * 1000, slowFrames, longTasks, count };
}

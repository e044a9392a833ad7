import type { Page } from '@playwright/test';
import { mainThread, perSecond, SLOWDOWN, type Work } from './mainThread.ts';
import { awakeFigure, pause, play } from './playback.ts';

export interface RestingCost {
  /** In view, and nobody touches it: CPU ms per second. */
  atRest: Work;
  /** Playing, but scrolled out of sight; `null` for a figure that does not move or a page too short to scroll. */
  offScreen: Work | null;
}

interface Options {
  /** Long, so that the readings themselves, about 2 ms, do not count. */
  seconds?: number;
  slowdown?: number;
}

/**
 * How long V8 may go on collecting what playing has left, in ms: up to three times, eight seconds apart, each as long as
 * ten milliseconds. https://github.com/v8/v8/blob/main/src/heap/memory-reducer.cc
 */
const COLLECTED = 30_000;

/** What the figure costs the main thread while there is nothing to see of it moving, on a page that is open. */
export async function restingCost(
  page: Page,
  figureId: string,
  { seconds = 15, slowdown = SLOWDOWN }: Options = {},
): Promise<RestingCost> {
  const figure = await awakeFigure(page, figureId);
  await page.waitForLoadState('networkidle');
  const main = await mainThread(page, slowdown);
  const rest = async (settle: number) => {
    await page.waitForTimeout(settle);
    const before = await main.work();
    await page.waitForTimeout(seconds * 1000);
    return perSecond(before, await main.work(), seconds * 1000);
  };
  const atRest = await rest(1500); // what scrolling and waking leave behind

  let offScreen: Work | null = null;
  if ((await figure.getByRole('button', { name: 'Play' }).count()) > 0) {
    await play(figure);
    await page.evaluate(() => {
      document.body.style.paddingBlockEnd = '300vh'; // room to leave it behind on the shortest page
      scrollTo({ top: document.body.scrollHeight, behavior: 'instant' });
    });
    offScreen = await rest(COLLECTED);
    await pause(figure);
  }
  await main.release();
  return { atRest, offScreen };
}

import type { Locator, Page } from '@playwright/test';
import { mainThread, type MainThread } from './mainThread.ts';
import { awakeFigure, pause, scrubTo } from './playback.ts';

/** What a page holds after a forced collection. */
export interface Held {
  heap: number;
  nodes: number;
  listeners: number;
}

export interface HeapGrowth {
  /** Bytes, DOM nodes and listeners more after ten minutes of play than after one. */
  heap: number;
  nodes: number;
  listeners: number;
  after: { minutes: number; held: Held }[];
}

interface Options {
  minutes?: readonly [number, number];
  /** Whether the minutes are those of the wall. */
  real?: boolean;
}

/**
 * How much more the page at `url` holds after ten minutes of play than after one: over and over, on a clock that is
 * moved by hand, a sixtieth of a second for each frame, unless it is to be the real one.
 */
export async function heapGrowth(
  page: Page,
  url: string,
  figureId: string,
  { minutes = [1, 10], real = false }: Options = {},
): Promise<HeapGrowth> {
  if (!real) await page.clock.install();
  const second = () => (real ? page.waitForTimeout(1000) : page.clock.runFor(1000));
  await page.goto(url);
  const figure = await awakeFigure(page, figureId);
  const main = await mainThread(page, 1);
  let played = 0;
  const after: HeapGrowth['after'] = [];
  for (const until of minutes) {
    await playFor(figure, (until - played) * 60, second);
    played = until;
    await scrubTo(figure, 1000); // the same picture each time
    after.push({ minutes: until, held: await held(main) });
  }
  await main.release();
  const [first, last] = [after[0]!.held, after.at(-1)!.held];
  return {
    heap: last.heap - first.heap,
    nodes: last.nodes - first.nodes,
    listeners: last.listeners - first.listeners,
    after,
  };
}

async function playFor(
  figure: Locator,
  seconds: number,
  second: () => Promise<void>,
): Promise<void> {
  const button = figure.locator('.play');
  for (let s = 0; s < seconds; s++) {
    if ((await button.innerText()).includes('Play')) await button.press('Space');
    await second();
  }
  await pause(figure);
}

async function held({ send }: MainThread): Promise<Held> {
  for (let i = 0; i < 3; i++) await send('HeapProfiler.collectGarbage');
  const { usedSize } = await send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await send('Memory.getDOMCounters');
  return { heap: usedSize, nodes, listeners: jsEventListeners };
}

// What a figure costs its reader's machine, each on its play page.

import { playPath } from '../../src/embed/addresses.ts';
import { heapGrowth } from './heapGrowth.ts';
import { inputDelay } from './inputDelay.ts';
import { playingCost, type PlayingCost } from './playingCost.ts';
import { restingCost } from './restingCost.ts';
import { row, type Row } from './rows.ts';
import { withPage, type Site } from './site.ts';

/** Of three runs the one in the middle. */
export async function playingRows(site: Site, id: string): Promise<Row[]> {
  const runs: PlayingCost[] = [];
  for (let i = 0; i < 3; i++)
    runs.push(await withPage(site, 'desk', (page) => playingCost(page, playPath(id), id)));
  const { fps, slowFrames, longTasks, work } = runs.sort((a, b) => a.work.total - b.work.total)[1]!;
  const of = (part: number, name: string) => `${part.toFixed(0)} ${name}`;
  const parts = [of(work.script, 'script'), of(work.style, 'style'), of(work.layout, 'layout')];
  return [
    row('frames', id, fps),
    row('slow', id, slowFrames),
    row('longTasks', id, longTasks),
    row('playing', id, work.total, `sixty frames: ${parts.join(', ')}`),
  ];
}

export const restingRows = (site: Site, id: string): Promise<Row[]> =>
  withPage(site, 'desk', async (page) => {
    await page.goto(playPath(id));
    const { atRest, offScreen } = await restingCost(page, id);
    const away = offScreen && row('away', id, offScreen.total, 'playing when it was left');
    return [row('resting', id, atRest.total), ...(away ? [away] : [])];
  });

export const inputRows = (site: Site, id: string): Promise<Row[]> =>
  withPage(site, 'desk', async (page) => {
    await page.goto(playPath(id));
    const { p98, delays } = await inputDelay(page, id);
    const { control, ms } = delays[0]!;
    return [
      row(
        'input',
        id,
        p98,
        `${delays.length} presses; the longest, ${control}: ${ms.toFixed(0)} ms`,
      ),
    ];
  });

export const heapRows = (site: Site, id: string, { long }: { long: boolean }): Promise<Row[]> =>
  withPage(site, 'desk', async (page) => {
    const { heap, nodes, listeners } = await heapGrowth(page, playPath(id), id, { real: long });
    const how = long ? '' : 'played on a clock moved by hand';
    return [
      row('heap', id, heap / 1000, how),
      row('nodes', id, nodes, how),
      row('listeners', id, listeners, how),
    ];
  });

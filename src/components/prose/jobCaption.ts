import type { Ms } from '../../sim/index.ts';
import { list } from '../figures/shared/words.ts';
import {
  DROP,
  EVERY,
  firstSeen,
  LATENCY,
  meanDelay,
  ready,
  row,
  rows,
  type Row,
} from './jobTimelines.ts';
import { formatMs } from './result.ts';

const whole = (t: Ms) => formatMs(t, 0);
const result = (id: Row['id']) => formatMs(row(id).seen.at(-1)!);
const late = ready.filter((t) => t >= DROP.from && t < DROP.until);
const back = row('resumed').seen[ready.indexOf(late[0]!)]!;

/** What the rows without a cut have in common, what sets them apart, and what the cut does: a sentence or three each. */
export const caption = {
  totals:
    `${whole(ready.at(-1)!)} of work, and the result is seen at ${result('plain')} after a plain call, ` +
    `${result('poll')} with polling, ${result('push')} with push.`,
  meanwhile:
    `What differs is what there is to see before: nothing; reports that are ${formatMs(meanDelay(row('poll')), 1)} ` +
    `old here; reports that are ${whole(LATENCY)} old. Here the last question comes just as the work is done; ` +
    `it could come up to ${whole(EVERY)} later.`,
  cut:
    `Then the connection is gone for ${whole(DROP.until - DROP.from)}. Work that is tied to it starts over, and ends ` +
    `at ${result('tied')}. Work that writes a log goes on: what was ready at ${list([...late].map(whole))} is seen at ` +
    `${formatMs(back)}, nothing is lost, and the result still comes at ${result('resumed')}.`,
};

/** The picture in words. */
export const alternative: string = rows
  .map((each) => {
    const [first, last] = [formatMs(firstSeen(each)), formatMs(each.seen.at(-1)!)];
    return `${each.name} (${each.note}): first report at ${first}, result at ${last}.`;
  })
  .join(' ');

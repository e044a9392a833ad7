import type { Comparison, Pair } from '../../../../run/compare.ts';
import { LONGEST_BATCH } from '../../../../run/giveWay.ts';
import { LONG_TASK, type Ms } from '../../../../sim/index.ts';
import type { Table } from '../../shared/table.ts';
import { count, duration } from '../../shared/words.ts';
import type { Panel } from '../layout.ts';

type Way = Pick<Panel, 'name' | 'metrics' | 'trace'>;

/** In a sentence, where no line may end between number and unit. */
const time = (ms: Ms | null): string => duration(ms).replaceAll(' ', '\u00a0');

/** Will a run keep the page from answering? */
export function freezes({ metrics: { longestTask } }: Way): boolean {
  return longestTask !== null && longestTask > LONG_TASK;
}

/** What somebody should know before they start it: "Takes 7.93 s and freezes this page for up to 2.33 s at a time." */
export function warning(way: Way): string {
  const { total, longestTask } = way.metrics;
  const takes = `Takes ${time(total)}`;
  if (!freezes(way)) return `${takes}.`;
  const froze = `${takes} and freezes this page for up to ${time(longestTask)} at a time`;
  const inBatches = way.trace.scenario.render.startsWith('token');
  return inBatches && longestTask! > LONGEST_BATCH
    ? `${froze}, were it not for a pause every ${LONGEST_BATCH / 1000}\u00a0s in which Stop is heard.`
    : `${froze}.`;
}

/** Said while it goes on. */
export function running({ name, metrics }: Way): string {
  return `${name} is running. It takes about ${time(metrics.total)}.`;
}

type Write = (value: number | null) => string;
const counted: Write = (value) => (value === null ? '–' : count(value));

/** "+12 ms", "−0.3 ms", "0"; "–" where one of the two is missing. */
function difference({ predicted, measured }: Pair, write: Write): string {
  if (predicted === null || measured === null) return '–';
  const apart = measured - predicted;
  const size = write(Math.abs(apart));
  return parseFloat(size) === 0 ? '0' : (apart < 0 ? '−' : '+') + size;
}

/** A row for each measure; none for inputs where there were none. */
export function comparisonTable(name: string, compared: Comparison): Table {
  const row = (heading: string, pair: Pair, write: Write) => [
    heading,
    write(pair.predicted),
    write(pair.measured),
    difference(pair, write),
  ];
  const { inputDelay } = compared;
  return {
    caption: `${name}: predicted and measured`,
    columns: ['Measure', 'Predicted', 'Measured', 'Difference'],
    rows: [
      row('First paint', compared.firstPaint, duration),
      row('Last paint', compared.lastPaint, duration),
      row('Paints', compared.paints, counted),
      row('Longest gap between paints', compared.longestGap, duration),
      row('Long tasks (over 50 ms)', compared.longTasks, counted),
      row('Longest task', compared.longestTask, duration),
      ...(inputDelay.measured === null
        ? []
        : [row('Longest wait of a tap or key', inputDelay, duration)]),
    ],
  };
}

/** How far off the prediction was, of every token, in a sentence. */
export function verdict({ meanDelta }: Comparison, hz: number): string {
  const frame = 1000 / hz;
  const off = `On average, a token was painted ${time(meanDelta)} from its predicted time`;
  if (meanDelta === null || meanDelta > frame) return `${off}.`;
  return `${off}: less than a frame of ${time(frame)}.`;
}

/** Said when it is over. */
export function outcome(name: string, { firstPaint, lastPaint, paints }: Comparison): string {
  const pair = (what: string, { predicted, measured }: Pair, write: Write) =>
    `${what} ${write(measured)}, predicted ${write(predicted)}`;
  return (
    `${name}, measured: ${pair('first paint', firstPaint, time)}; ` +
    `${pair('last paint', lastPaint, time)}; ${pair('paints', paints, counted)}.`
  );
}

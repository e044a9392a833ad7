import type { Comparison, Pair } from '../../../../run/compare.ts';
import { LONG_TASK, type Metrics, type Ms } from '../../../../sim/index.ts';
import type { Table } from '../../shared/table.ts';
import { count, duration } from '../../shared/words.ts';

/** In a sentence, where no line may end between number and unit. */
const time = (ms: Ms | null): string => duration(ms).replaceAll(' ', '\u00a0');

/** What somebody should know before they start it: "Takes 7.93 s and keeps this page busy for up to 7.50 s at a time." */
export function warning({ total, longestTask }: Metrics): string {
  const takes = `Takes ${time(total)}`;
  if (longestTask === null || longestTask <= LONG_TASK) return `${takes}.`;
  return `${takes} and keeps this page busy for up to ${time(longestTask)} at a time.`;
}

type Write = (value: number | null) => string;
const counted: Write = (value) => (value === null ? '–' : count(value));

/** "+12 ms", "−0.3 ms", "0"; "–" where one of the two is missing. */
function difference({ predicted, measured }: Pair, write: Write): string {
  if (predicted === null || measured === null) return '–';
  const apart = measured - predicted;
  const size = write(Math.abs(apart));
  return /^0\b(?!\.)/.test(size) ? '0' : (apart < 0 ? '−' : '+') + size;
}

/** A row for each measure. */
export function comparisonTable(name: string, compared: Comparison): Table {
  const row = (heading: string, pair: Pair, write: Write) => [
    heading,
    write(pair.predicted),
    write(pair.measured),
    difference(pair, write),
  ];
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
      row('Longest wait of a click or key', compared.inputDelay, duration),
      ['A token’s paint, off on average', '–', '–', duration(compared.meanDelta)],
    ],
  };
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

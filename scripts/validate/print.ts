import { misses } from '../../src/validation/criteria.ts';
import type { Pair, Results } from '../../src/validation/results.ts';
import { idOf } from './cases.ts';

const show = (pair: Pair | null) =>
  pair ? `${pair.predicted.toFixed(1)} ${pair.measured.toFixed(1)}` : '–';

/** Results as a table of text: predicted and measured side by side. */
export function print({ cases, repeats, clock, late }: Results): string {
  const head = [
    'case',
    'first',
    'last',
    'longest gap',
    'mean |Δ|',
    'paints',
    'growth',
    'bursts',
    'missed',
  ];
  const rows = cases.map((of) => [
    idOf(of),
    show(of.first),
    show(of.last),
    show(of.longestGap),
    of.meanDelta.toFixed(1),
    of.kind === 'page' ? show(of.paints).replaceAll('.0', '') : '',
    of.kind === 'page' && of.growth ? show(of.growth) : '',
    of.kind === 'network' && of.bursts
      ? `${of.bursts.predicted.join()} ${of.bursts.measured.join()} (${String(of.bursts.same)}/${String(repeats)})`
      : '',
    misses(of, repeats).join(', '),
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)));
  const lines = [head, ...rows].map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i]!))
      .join('  ')
      .trimEnd(),
  );
  return [
    `predicted and measured, ms; repeats: ${String(repeats)}; clocks within ${String(clock)} ms; ` +
      `the server wrote ${String(late.p50)} ms late (99 %: ${String(late.p99)} ms)`,
    ...lines,
  ].join('\n');
}

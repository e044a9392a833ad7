import { describe, expect, it } from 'vitest';
import { measured } from '../../src/components/figures/latency-simulator/run/measure.ts';
import {
  comparisonTable,
  outcome,
  warning,
} from '../../src/components/figures/latency-simulator/run/words.ts';
import { metrics, simulate, type Scenario } from '../../src/sim/index.ts';

describe('what somebody is told before a run', () => {
  const cases: { name: string; given: Partial<Scenario>; expect: string }[] = [
    { name: 'nothing to fear', given: { tokens: 60 }, expect: 'Takes 1.42\u00a0s.' },
    { name: 'work that fits', given: { tokens: 60, cost: 10 }, expect: 'Takes 1.43\u00a0s.' },
    {
      name: 'work that does not',
      given: { tokens: 60, cost: 25, render: 'token' },
      expect: 'Takes 1.93\u00a0s and keeps this page busy for up to 500\u00a0ms at a time.',
    },
  ];
  it.each(cases)('$name', ({ given, expect: words }) =>
    expect(warning(metrics(simulate(given)))).toBe(words),
  );
});

describe('a run against its prediction', () => {
  const trace = simulate({ tokens: 3, render: 'token' });
  const later = trace.dom.map((t) => t + 12);
  const recording = {
    arrivals: trace.arrivals,
    writes: trace.arrivals,
    dom: later,
    paints: later,
    shown: trace.shown,
    busy: Float64Array.of(430, 500),
  };

  it('reads', () => {
    const { compared } = measured(trace, { recording, longTasks: null, inputs: [440] });
    expect(comparisonTable('Sync', compared).rows).toEqual([
      ['First paint', '433 ms', '445 ms', '+12 ms'],
      ['Last paint', '467 ms', '479 ms', '+12 ms'],
      ['Paints', '3', '3', '0'],
      ['Longest gap between paints', '17 ms', '17 ms', '0'],
      ['Long tasks (over 50 ms)', '0', '1', '+1'],
      ['Longest task', '–', '70 ms', '–'],
      ['Longest wait of a click or key', '0 ms', '60 ms', '+60 ms'],
      ['A token’s paint, off on average', '–', '–', '12 ms'],
    ]);
    expect(outcome('Sync', compared)).toBe(
      'Sync, measured: first paint 445\u00a0ms, predicted 433\u00a0ms; last paint 479\u00a0ms, predicted 467\u00a0ms; paints 3, predicted 3.',
    );
  });

  const told: { name: string; given: number[] | null; expect: [tasks: number, longest: number] }[] =
    [
      { name: 'told by nobody: what was seen', given: null, expect: [1, 70] },
      { name: 'told: those', given: [66, 88], expect: [2, 88] },
      { name: 'told that there were none', given: [], expect: [0, 70] },
    ];
  it.each(told)('long tasks, $name', ({ given, expect: [tasks, longest] }) => {
    const { compared } = measured(trace, { recording, longTasks: given, inputs: [] });
    expect([compared.longTasks.measured, compared.longestTask.measured]).toEqual([tasks, longest]);
  });
});

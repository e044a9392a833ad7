import { describe, expect, it } from 'vitest';
import { measured } from '../../src/components/figures/latency-simulator/run/measure.ts';
import {
  comparisonTable,
  outcome,
  verdict,
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
      expect: 'Takes 1.93\u00a0s and freezes this page for up to 500\u00a0ms at a time.',
    },
    {
      name: 'a batch that pauses, or nobody could stop it',
      given: { tokens: 60, cost: 1000, render: 'token' },
      expect:
        'Takes 60.4\u00a0s and freezes this page for up to 59.00\u00a0s at a time, were it not for a pause every 5\u00a0s in which Stop is heard.',
    },
    {
      name: 'one long draw, in which there is no pause',
      given: { response: 'long', cost: 1000, charcost: 1000, render: 'sync' },
      expect: 'Takes 26.30\u00a0s and freezes this page for up to 6.29\u00a0s at a time.',
    },
  ];
  it.each(cases)('$name', ({ given, expect: words }) => {
    const trace = simulate(given);
    expect(warning({ name: 'Sync', trace, metrics: metrics(trace) })).toBe(words);
  });
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
      ['Longest wait of a tap or key', '0 ms', '60 ms', '+60 ms'],
    ]);
    expect(outcome('Sync', compared)).toBe(
      'Sync, measured: first paint 445\u00a0ms, predicted 433\u00a0ms; last paint 479\u00a0ms, predicted 467\u00a0ms; paints 3, predicted 3.',
    );
  });

  it('has no row for inputs where there were none, and no sign before a nought', () => {
    const { compared } = measured(trace, {
      recording: { ...recording, paints: trace.paints, dom: trace.dom.map((t) => t + 0.04) },
      longTasks: null,
      inputs: [],
    });
    const { rows } = comparisonTable('Sync', compared);
    expect(rows[0]).toEqual(['First paint', '433 ms', '433 ms', '0']);
    expect(rows.filter(([heading]) => heading!.includes('key'))).toEqual([]);
  });

  const off: { name: string; given: number; expect: string }[] = [
    {
      name: 'within a frame',
      given: 60,
      expect: '12\u00a0ms from its predicted time: less than a frame of 17\u00a0ms.',
    },
    { name: 'not', given: 120, expect: '12\u00a0ms from its predicted time.' },
  ];
  it.each(off)('how far off it was, $name', ({ given, expect: words }) => {
    const { compared } = measured(trace, { recording, longTasks: null, inputs: [] });
    expect(verdict(compared, given)).toBe(`On average, a token was painted ${words}`);
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

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/sim/index.ts';
import { frozenTime, gaps, metrics, simulate, tpot, uniform } from '../../src/sim/index.ts';
import { settings, times, tokens } from './arbitraries.ts';

const at = (...list: number[]) => Float64Array.from(list);

describe('gaps', () => {
  const cases = [
    { name: 'of nothing', given: [], expect: null },
    { name: 'of one', given: [5], expect: null },
    { name: 'of two', given: [5, 8], expect: { mean: 3, p50: 3, p95: 3, p99: 3, longest: 3 } },
    {
      name: 'of coinciding times',
      given: [5, 5, 5],
      expect: { mean: 0, p50: 0, p95: 0, p99: 0, longest: 0 },
    },
    {
      name: 'half way between ranks',
      given: [0, 1, 4],
      expect: { mean: 2, p50: 2, p95: 2.9, p99: 2.98, longest: 3 },
    },
    {
      name: 'numbers are not sorted as text',
      given: [0, 100, 109],
      expect: { mean: 54.5, p50: 54.5, longest: 100 },
    },
    {
      name: 'of whole microseconds, with no dust',
      given: [0.1, 0.3],
      expect: { longest: 0.2, p50: 0.2 },
    },
  ];
  it.each(cases)('$name', ({ given, expect: expected }) => {
    const got = gaps(at(...given));
    if (expected === null) return expect(got).toBeNull();
    for (const [name, value] of Object.entries(expected)) {
      expect(got![name as keyof typeof got]).toBeCloseTo(value, 9);
    }
  });

  it('percentiles lie between the shortest and the longest, in order', () => {
    fc.assert(
      fc.property(times(), (list) => {
        fc.pre(list.length > 1);
        const g = gaps(list)!;
        expect([g.p50, g.p95, g.p99, g.longest]).toEqual(
          [g.p50, g.p95, g.p99, g.longest].sort((a, b) => a - b),
        );
        expect(g.mean).toBeLessThanOrEqual(g.longest + 1e-9);
      }),
    );
  });
});

describe('frozen time: what gaps between paints exceed 250 ms by', () => {
  const cases = [
    { name: 'nothing painted', given: [], expect: 0 },
    { name: 'the wait for the first paint is not in it', given: [9_000], expect: 0 },
    { name: 'just 250 ms', given: [0, 250, 500.001, 750.001], expect: 0.001 },
    { name: 'a second, twice', given: [0, 1_000, 1_100, 2_100], expect: 1_500 },
    { name: 'no dust from differences', given: [433.333, 683.333, 933.333, 1183.333], expect: 0 },
  ];
  it.each(cases)('$name', ({ given, expect: frozen }) =>
    expect(frozenTime(at(...given))).toBeCloseTo(frozen, 9),
  );
  it('is exactly nothing at just 250 ms', () => {
    for (let start = 0.017; start < 3_000; start += 16.667) {
      const first = Math.round(start * 1000) / 1000;
      const next = Math.round((first + 250) * 1000) / 1000;
      expect(frozenTime(at(first, next))).toBe(0);
    }
  });
});

describe('TPOT by tool', () => {
  it('of one token is undefined where the first does not count', () =>
    expect(tpot(at(700))).toEqual({
      vllm: null,
      aiperf: null,
      etalon: null,
      mlperf: null,
      guidellm: 700,
      llmperf: 700,
    }));
  it('of none is undefined', () => expect(Object.values(tpot(at()))).toEqual(Array(6).fill(null)));
  it('with the first counted it is never smaller than TTFT ÷ n', () => {
    fc.assert(
      fc.property(times(), (list) => {
        expect(tpot(list).guidellm!).toBeGreaterThanOrEqual(list[0]! / list.length);
      }),
    );
  });
});

describe('all measures of a trace', () => {
  const part: Partial<Scenario> = {
    ttft: 10,
    rate: 100,
    framing: 1,
    latency: 3,
    parse: 1,
    hz: 100,
  };

  it('ten tokens on frames 10 ms apart', () => {
    expect(metrics(simulate(part, uniform(10, 2, 100)))).toMatchObject({
      tokens: 10,
      events: 10,
      bytes: 1_000,
      ttft: 10,
      timeToAnswer: 10,
      firstParsed: 15,
      lastParsed: 105,
      firstPaint: 20,
      lastPaint: 110,
      total: 110,
      paints: 10,
      gap: { mean: 10, p50: 10, p95: 10, p99: 10, longest: 10 },
      paintGap: { mean: 10, p50: 10, p95: 10, p99: 10, longest: 10 },
      longestPaintGap: 10,
      frozen: 0,
      longTasks: 0,
      longestTask: null,
      tpot: { vllm: 10, aiperf: 10, etalon: 10, mlperf: 10, guidellm: 10.5, llmperf: 10.5 },
      qoe: 1,
      fluidity: 1,
      wait: (10 * 20 + 110) / 11,
    });
  });

  it('hidden tokens delay the answer, not the first token of any kind', () =>
    expect(metrics(simulate({ ...part, reasoning: 5 }, uniform(1, 1, 1)))).toMatchObject({
      ttft: 10,
      timeToAnswer: 60,
    }));

  it('one token has no gaps', () =>
    expect(metrics(simulate(part, uniform(1, 1, 1)))).toMatchObject({
      gap: null,
      paintGap: null,
      longestPaintGap: null,
      frozen: 0,
      firstPaint: 20,
      total: 20,
    }));

  it('of nothing, what is undefined is null', () =>
    expect(metrics(simulate(part, uniform(0, 1, 1)))).toMatchObject({
      tokens: 0,
      events: 0,
      bytes: 0,
      timeToAnswer: null,
      firstParsed: null,
      lastParsed: null,
      firstPaint: null,
      lastPaint: null,
      total: null,
      paints: 0,
      gap: null,
      paintGap: null,
      qoe: null,
      fluidity: null,
      wait: null,
      feelsFast: null,
    }));

  it('is never NaN, nor infinite', () => {
    const check = (value: unknown): void => {
      if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      else if (value !== null) Object.values(value as object).forEach(check);
    };
    fc.assert(
      fc.property(settings, tokens, (some, source) => check(metrics(simulate(some, source)))),
    );
  });
});

describe('long tasks: busy spans over 50 ms', () => {
  const longTasks = (part: Partial<Scenario>) => metrics(simulate(part, uniform(300, 4, 120)));

  it('50 ms is not over 50 ms, wherever in time it lies', () => {
    for (const rate of [3, 4, 5, 7]) {
      for (const hz of [60, 120, 144]) {
        for (const render of ['frame', 'token-yield', 'token'] as const) {
          expect(longTasks({ cost: 50, rate, hz, render })).toMatchObject({
            longTasks: 0,
            longestTask: 50,
          });
        }
      }
    }
  });

  it('a microsecond more is', () =>
    expect(longTasks({ cost: 50.001, rate: 5 })).toMatchObject({
      longTasks: 300,
      longestTask: 50.001,
    }));

  it('a busy loop is one for each batch of more than two tokens', () => {
    const m = longTasks({ cost: 25, render: 'token' });
    expect(m.longTasks).toBe(10);
    expect(m.longestTask).toBe(2_275);
  });

  it('as many as one likes', () =>
    expect(metrics(simulate({ cost: 1 }, uniform(200_000, 0, 1)))).toMatchObject({
      tokens: 200_000,
      longestTask: 1,
    }));
});

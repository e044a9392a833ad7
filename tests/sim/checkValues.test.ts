import { describe, expect, it } from 'vitest';
import type { Metrics, Scenario } from '../../src/sim/index.ts';
import {
  andes,
  feelsFast,
  fluidity,
  metrics,
  simulate,
  tpot,
  uniform,
  wait,
} from '../../src/sim/index.ts';

/*
 * Fixed values: a change that moves one of them changes the model.
 */

const text = uniform(300, 4, 120);
const base: Partial<Scenario> = {
  ttft: 400,
  rate: 60,
  jitter: 0,
  framing: 0.2,
  latency: 20,
  parse: 0.1,
  hz: 60,
  cost: 0,
  charcost: 0,
  weight: 10,
};
const measure = (part: Partial<Scenario>): Metrics => metrics(simulate({ ...base, ...part }, text));

/** As the table prints it. */
const print = (value: number | null, digits: number) => value?.toFixed(digits) ?? '–';

const names = [
  'first parsed',
  'last parsed',
  'first paint',
  'last paint',
  'paints',
  'longest gap',
  'feels-fast',
] as const;
type Row = Record<(typeof names)[number], string>;

function row(m: Metrics): Row {
  return {
    'first parsed': print(m.firstParsed, 3),
    'last parsed': print(m.lastParsed, 3),
    'first paint': print(m.firstPaint, 3),
    'last paint': print(m.lastPaint, 3),
    paints: String(m.paints),
    'longest gap': print(m.longestPaintGap, 3),
    'feels-fast': print(m.feelsFast, 2),
  };
}

const table = (cells: string): Row =>
  Object.fromEntries(cells.split('|').map((cell, i) => [names[i]!, cell.trim()])) as Row;

describe('300 tokens of 4 characters in events of 120 bytes', () => {
  const cases: { name: string; given: Partial<Scenario>; expect: string }[] = [
    {
      name: 'sync, pass',
      given: { render: 'sync' },
      expect: '420.300 | 5403.633 | 5416.667 | 5416.667 | 1 | – | 15.30',
    },
    {
      name: 'token, pass',
      given: { render: 'token' },
      expect: '420.300 | 5403.633 | 433.333 | 5416.667 | 300 | 16.667 | 73.55',
    },
    {
      name: 'every 50, pass',
      given: { render: 'every', every: 50 },
      expect: '420.300 | 5403.633 | 450.000 | 5450.000 | 101 | 50.000 | 73.09',
    },
    {
      name: 'frame, bucket 4096 (header 165)',
      given: { render: 'frame', proxy: 'bucket', bucket: 4096, header: 165 },
      expect: '953.633 | 5406.433 | 966.667 | 5416.667 | 9 | 583.334 | 42.27',
    },
    {
      name: 'token, pass, cost 25 (ρ = 1.5)',
      given: { render: 'token', cost: 25 },
      expect: '420.300 | 5403.633 | 450.000 | 7933.333 | 13 | 2283.333 | 29.10',
    },
    {
      name: 'frame, pass, cost 25',
      given: { render: 'frame', cost: 25 },
      expect: '420.300 | 5403.633 | 458.333 | 5458.333 | 151 | 33.334 | 72.88',
    },
  ];
  it.each(cases)('$name', ({ given, expect: cells }) =>
    expect(row(measure(given))).toEqual(table(cells)),
  );
});

describe('Andes QoE with τ = 1 s and 5 tokens/s, 50 tokens', () => {
  const reader = { first: 1_000, perToken: 200 };
  const at = (time: (i: number) => number) =>
    andes(
      Float64Array.from({ length: 50 }, (_, i) => time(i)),
      reader,
    );
  const cases = [
    { name: 'on time', given: (i: number) => 1_000 + 200 * i, expect: '1.0000' },
    { name: 'all at once, and early', given: () => 10, expect: '1.0000' },
    { name: 'all at 11 s', given: () => 11_000, expect: '0.3711' },
    { name: 'first at 3 s, then 5/s', given: (i: number) => 3_000 + 200 * i, expect: '0.7468' },
    { name: 'first at 3 s, then faster', given: (i: number) => 3_000 + 10 * i, expect: '0.7468' },
  ];
  it.each(cases)('$name', ({ given, expect: qoe }) => expect(at(given)!.toFixed(4)).toBe(qoe));
});

describe('feels-fast with the weight of 10', () => {
  const cases = [
    {
      name: '0.2 s, then 12 s more',
      given: { firstPaint: 200, lastPaint: 12_200, frozen: 0 },
      expect: '63.9',
    },
    {
      name: '4 s, done at 5 s',
      given: { firstPaint: 4_000, lastPaint: 5_000, frozen: 0 },
      expect: '24.2',
    },
    {
      name: 'a wait of 2 s',
      given: { firstPaint: 2_000, lastPaint: 2_000, frozen: 0 },
      expect: '50.0',
    },
    { name: 'no wait', given: { firstPaint: 0, lastPaint: 0, frozen: 0 }, expect: '100.0' },
  ];
  it.each(cases)('$name', ({ given, expect: score }) =>
    expect(feelsFast(wait(given, 10)).toFixed(1)).toBe(score),
  );
});

it('TTFT 2 s, then 100 tokens 10 ms apart: 10.0 or 29.9 ms, by tool', () => {
  const perTool = tpot(Float64Array.from({ length: 100 }, (_, i) => 2_000 + 10 * i));
  const printed = Object.fromEntries(
    Object.entries(perTool).map(([tool, ms]) => [tool, ms?.toFixed(1)]),
  );
  expect(printed).toEqual({
    vllm: '10.0',
    aiperf: '10.0',
    etalon: '10.0',
    mlperf: '10.0',
    guidellm: '29.9',
    llmperf: '29.9',
  });
});

describe('worth showing', () => {
  const naive = measure({ render: 'token', cost: 25 });
  const whole = measure({ render: 'sync' });
  const perFrame = measure({ render: 'frame', cost: 25 });

  it('with 25 ms of work per token, naive streaming loses most of what it gains over not streaming', () => {
    expect(naive.feelsFast!.toFixed(1)).toBe('29.1');
    expect(whole.feelsFast!.toFixed(1)).toBe('15.3');
    expect(naive.feelsFast! - whole.feelsFast!).toBeLessThan(
      (perFrame.feelsFast! - whole.feelsFast!) / 4,
    );
  });

  it('the same work drawn once per frame loses nothing', () => {
    expect(perFrame.feelsFast!.toFixed(1)).toBe('72.9');
    expect(measure({ render: 'token' }).feelsFast! - perFrame.feelsFast!).toBeLessThan(1);
  });

  it('batched has the same total as per-token, to within one flush', () => {
    for (const every of [10, 50, 200, 1_000]) {
      const later =
        measure({ render: 'every', every }).total! - measure({ render: 'token' }).total!;
      expect(later).toBeGreaterThanOrEqual(0);
      expect(later).toBeLessThanOrEqual(every + 1_000 / 60 + 0.001);
    }
  });

  it('a bucket moves the first paint from 433 to 967 ms', () => {
    expect(Math.round(measure({}).firstPaint!)).toBe(433);
    expect(Math.round(measure({ proxy: 'bucket' }).firstPaint!)).toBe(967);
  });

  it('an answer smaller than the bucket does not stream at all', () => {
    const short = metrics(simulate({ ...base, proxy: 'bucket' }, uniform(25, 4, 120)));
    expect(short.paints).toBe(1);
    const held = metrics(simulate({ ...base, proxy: 'hold' }, uniform(25, 4, 120)));
    expect(short.firstPaint).toBe(held.firstPaint);
  });
});

describe('nginx, as measured: 160 events of 120 bytes, 25 ms apart, headers of 165 bytes', () => {
  // Measured over loopback: first byte at 869 ms, reads about 860 ms apart, five of them.
  const direct = { ttft: 25, rate: 40, framing: 0, latency: 0, parse: 0 };
  const trace = simulate({ ...direct, proxy: 'bucket' }, uniform(160, 4, 120));
  const reads = [...new Set(trace.browser)];

  it('the first read comes when 4096 bytes have been written', () => {
    expect(reads[0]).toBeGreaterThan(800);
    expect(reads[0]).toBeLessThan(900);
  });
  it('five reads, 850 to 875 ms apart but for the last', () => {
    expect(reads).toHaveLength(5);
    for (let i = 1; i < 4; i++) {
      expect(reads[i]! - reads[i - 1]!).toBeGreaterThanOrEqual(850);
      expect(reads[i]! - reads[i - 1]!).toBeLessThanOrEqual(875);
    }
  });
});

it('fluidity: a token that comes late after slack was banked is on time; without slack it misses', () => {
  const targets = { first: 100, perToken: 10 };
  expect(fluidity(Float64Array.of(50, 55, 105), targets)).toBe(1);
  expect(fluidity(Float64Array.of(100, 110, 140), targets)).toBe(2 / 5); // it took three deadlines' time
});

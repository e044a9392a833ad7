import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  andes,
  feelsFast,
  fluidity,
  metrics,
  READING_RATE,
  readerTargets,
  simulate,
  wait,
} from '../../src/sim/index.ts';
import { ms } from './arbitraries.ts';

const at = (...list: number[]) => Float64Array.from(list);

it('the reader takes in five tokens a second, after a second of patience', () => {
  expect(READING_RATE).toBe(5);
  expect(readerTargets).toEqual({ first: 1_000, perToken: 200 });
});

describe('Andes QoE, second version', () => {
  const cases = [
    { name: 'of nothing', given: [], expect: null },
    { name: 'one token on time', given: [1_000], expect: 1 },
    { name: 'one token twice as late', given: [2_000], expect: 0.5 },
    { name: 'faster than reading is not better', given: [0, 1, 2, 3], expect: 1 },
    {
      name: 'a late token is late for the next too',
      given: [1_000, 2_200, 2_201],
      expect: 1 - 2_000 / (1_000 + 2_200 + 2_400),
    },
    {
      name: 'what was banked early makes up for a stall',
      given: [1_000, 1_001, 1_002, 1_600],
      expect: 1,
    },
  ];
  it.each(cases)('$name', ({ given, expect: qoe }) => {
    const got = andes(at(...given), readerTargets);
    if (qoe === null) expect(got).toBeNull();
    else expect(got).toBeCloseTo(qoe, 12);
  });
  it('with no patience, all at once is perfect', () =>
    expect(andes(at(0, 0), { first: 0, perToken: 0 })).toBe(1));
});

// Every case was computed by hand from Etalon's etalon/metrics/metric_utils.py.
describe('fluidity index', () => {
  it('does not hang on the last bit of a gap: tokens exactly on their deadlines are on time', () => {
    // Painted 200 ms apart to the microsecond; only the first is late.
    const { fluidity: index, tokens } = metrics(simulate({ ttft: 1000, rate: 5, render: 'token' }));
    expect(index).toBe((tokens - 1) / tokens);
  });

  const targets = { first: 100, perToken: 10 };
  const cases = [
    { name: 'of nothing', given: [], expect: null },
    { name: 'all just on time', given: [100, 110, 120], expect: 1 },
    { name: 'early tokens bank slack', given: [60, 65, 120], expect: 1 },
    { name: 'slack that is used up is gone', given: [100, 101, 119, 135], expect: 3 / 4 },
    { name: 'a miss takes the slack with it', given: [90, 130, 145], expect: 1 / 5 },
    { name: 'a first token just late misses once', given: [101], expect: 0 },
    {
      name: 'a first token that is three and a half deadlines late misses four',
      given: [135, 145],
      expect: 1 / 5,
    },
    { name: 'a token that takes four deadlines misses four', given: [100, 140], expect: 1 / 5 },
    { name: 'then the deadlines start afresh', given: [100, 140, 150, 160], expect: 3 / 7 },
  ];
  it.each(cases)('$name', ({ given, expect: index }) => {
    const got = fluidity(at(...given), targets);
    if (index === null) expect(got).toBeNull();
    else expect(got).toBeCloseTo(index, 12);
  });
});

describe('feels-fast', () => {
  const seen = { firstPaint: 1_000, lastPaint: 3_000, frozen: 400 };
  const cases = [
    {
      name: 'by default first paint weighs ten times',
      given: 10,
      expect: (10_000 + 3_000 + 2_000) / 11,
    },
    { name: 'without weight only the end counts', given: 0, expect: 3_000 },
    { name: 'with weight 1 they count alike', given: 1, expect: (1_000 + 3_000 + 200) / 2 },
  ];
  it.each(cases)('$name', ({ given, expect: waited }) =>
    expect(wait(seen, given)).toBeCloseTo(waited, 9),
  );

  it('halves with every two seconds', () => {
    fc.assert(
      fc.property(ms(20_000), (waited) => {
        expect(feelsFast(waited + 2_000)).toBeCloseTo(feelsFast(waited) / 2, 10);
        expect(feelsFast(waited)).toBeLessThanOrEqual(100);
        expect(feelsFast(waited)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { spread } from './measure.ts';
import { print } from './print.ts';

// What the benchmarks measure is not tested: times belong to a machine.

describe('median and quartiles', () => {
  const cases = [
    { name: 'one', given: [7], expect: { median: 7, low: 7, high: 7 } },
    { name: 'five, in any order', given: [5, 1, 4, 2, 3], expect: { median: 3, low: 2, high: 4 } },
    { name: 'between ranks', given: [1, 2], expect: { median: 1.5, low: 1.25, high: 1.75 } },
    {
      name: 'an outlier moves nothing',
      given: [1, 1, 1, 1, 900],
      expect: { median: 1, low: 1, high: 1 },
    },
  ];
  it.each(cases)('$name', ({ given, expect: expected }) => expect(spread(given)).toEqual(expected));
});

describe('a finding', () => {
  const finding = {
    what: 'a scene',
    unit: 'ms',
    digits: 3,
    value: { median: 0.1, low: 0.09, high: 0.2 },
    notes: [],
  };
  const cases = [
    { name: 'on the target', given: { atMost: 0.1 }, expect: 'target ≤ 0.1: met' },
    { name: 'over it', given: { atMost: 0.09 }, expect: 'target ≤ 0.09: missed' },
    { name: 'at least', given: { atLeast: 0.1 }, expect: 'target ≥ 0.1: met' },
    { name: 'less than that', given: { atLeast: 10 }, expect: 'target ≥ 10: missed' },
  ];
  it.each(cases)('$name', ({ given, expect: line }) =>
    expect(print('scene', { ...finding, target: given })).toBe(
      `scene: a scene\n  0.100 ms (middle half 0.090–0.200), ${line}`,
    ),
  );
});

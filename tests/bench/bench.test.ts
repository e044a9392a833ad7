import { describe, expect, it } from 'vitest';
import { spread } from './measure.ts';
import { print } from './print.ts';
import { printBuild, printGrowth } from './printBuilds.ts';
import { syntheticArticle } from './syntheticArticle.ts';

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

describe('how builds grow', () => {
  const built = (articles: number, cpuSeconds: number) => ({
    articles,
    seconds: 2 * cpuSeconds,
    cpuSeconds,
    peakMB: 1000 + articles,
  });
  const cases = [
    { name: 'one says nothing of growth', given: [built(1, 10.1)], expect: [] },
    {
      name: 'two say what one more costs',
      given: [built(1, 10.1), built(101, 20.1)],
      expect: ['one more, from 1 to 101: 100 ms of CPU, 1.00 MB'],
    },
    {
      name: 'three, whether that stays so',
      given: [built(1, 10.1), built(101, 20.1), built(1101, 320.1)],
      expect: [
        'one more, from 1 to 101: 100 ms of CPU, 1.00 MB',
        'one more, from 101 to 1,101: 300 ms of CPU (3.0× as long as before; 1 is linear), 1.00 MB',
      ],
    },
  ];
  it.each(cases)('$name', ({ given, expect: lines }) => expect(printGrowth(given)).toEqual(lines));

  it('a build in a line', () =>
    expect(printBuild(built(100, 20))).toBe(
      '100 articles: 40.0 s (20.0 s of CPU), 1,100 MB at the peak; per article 200 ms of CPU, 11.0 MB',
    ));
});

describe('an article made up', () => {
  const stock = { sources: ['a', 'b'], terms: ['c'], snippets: ['d.ts'] };

  it('has a figure, sources, terms, numbers, a table and code', () => {
    const text = syntheticArticle(0, stock);
    for (const tag of ['Figure', 'Cite', 'Term', 'Result', 'DataTable', 'Snippet'])
      expect(text).toContain(`<${tag} `);
  });

  it('is like no other', () =>
    expect(syntheticArticle(1, stock)).not.toBe(syntheticArticle(0, stock)));
});

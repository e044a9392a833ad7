import { expect, it } from 'vitest';
import { misses } from '../../src/validation/criteria.ts';
import { missInWords } from '../../src/validation/labels.ts';
import type { NetworkResult, PageResult } from '../../src/validation/results.ts';

const pair = (predicted: number, measured: number) => ({ predicted, measured });
const base = {
  rate: 60,
  tokens: 100,
  first: pair(100, 100),
  last: pair(1000, 1000),
  longestGap: pair(20, 20),
  meanDelta: 0,
  predicted: '1000*100',
  measured: '1000*100',
};
const network = (part: Partial<NetworkResult>): NetworkResult => ({
  kind: 'network',
  path: 'nginx-1.0',
  ...base,
  bursts: { predicted: [100], measured: [100], same: 5 },
  ...part,
});
const page = (part: Partial<PageResult>): PageResult => ({
  kind: 'page',
  render: 'token',
  cost: 25,
  ...base,
  paints: pair(10, 10),
  growth: pair(1.5, 1.5),
  ...part,
});

it.each([
  { name: 'the wire as predicted', given: network({}), expect: [] },
  { name: 'first 15 ms late', given: network({ first: pair(100, 115) }), expect: [] },
  { name: 'first 16 ms late', given: network({ first: pair(100, 116) }), expect: ['first'] },
  { name: 'first 5 % late', given: network({ first: pair(1000, 1050) }), expect: [] },
  { name: 'last 1.1 % early', given: network({ last: pair(1000, 989) }), expect: ['last'] },
  { name: '5.1 ms on average', given: network({ meanDelta: 5.1 }), expect: ['meanDelta'] },
  {
    name: 'other bursts in one repeat',
    given: network({ bursts: { predicted: [100], measured: [100], same: 4 } }),
    expect: ['bursts'],
  },
  { name: 'no bursts to be had', given: network({ bursts: null }), expect: [] },
  { name: 'the page as predicted', given: page({}), expect: [] },
  { name: 'first paint 26 ms early', given: page({ first: pair(100, 74) }), expect: [] },
  { name: 'first paint 27 ms early', given: page({ first: pair(100, 73) }), expect: ['first'] },
  { name: 'a frame more of a pause', given: page({ longestGap: pair(17, 33) }), expect: [] },
  {
    name: 'a pause a quarter longer, and more',
    given: page({ longestGap: pair(1000, 1260) }),
    expect: ['longestGap'],
  },
  { name: 'one paint has no pause', given: page({ longestGap: null }), expect: [] },
  { name: 'batches grow faster', given: page({ growth: pair(1.5, 1.7) }), expect: ['growth'] },
  {
    name: 'as predicted, but not by ρ',
    given: page({ growth: pair(1.7, 1.7) }),
    expect: ['growth'],
  },
  { name: 'by ρ, but not as predicted', given: page({ growth: pair(1.3, 1.5) }), expect: [] },
  { name: 'over 4 % later', given: page({ last: pair(1000, 1040) }), expect: ['last'] },
  {
    name: 'over later, where the page keeps up',
    given: page({ growth: null, last: pair(1000, 1040) }),
    expect: [],
  },
])('$name: $expect', ({ given, expect: missed }) => expect(misses(given, 5)).toEqual(missed));

it.each([
  {
    measure: 'first',
    given: page({ first: pair(2616.7, 128.7) }),
    expect: 'token, 25 ms, 60 tokens/s: first token 2,617 ms predicted, 129 ms measured',
  },
  {
    measure: 'growth',
    given: page({ growth: pair(1.5, 1.7) }),
    expect: 'token, 25 ms, 60 tokens/s: growth of batches 1.50 × predicted, 1.70 × measured',
  },
  {
    measure: 'bursts',
    given: network({ bursts: { predicted: [60, 40], measured: [50, 50], same: 3 } }),
    expect:
      'nginx, HTTP/1.0, 60 tokens/s: bursts of 60, 40 tokens predicted, 50, 50 measured; the same in 3 of the repeats',
  },
] as const)('a miss in words: $measure', ({ measure, given, expect: words }) =>
  expect(missInWords(given, measure)).toBe(words.replaceAll(/ (ms|tokens\/s|×)/g, '\u00a0$1')),
);

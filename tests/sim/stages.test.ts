import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/sim/index.ts';
import { scenario } from '../../src/sim/index.ts';
import {
  bucketBound,
  decode,
  fillBuckets,
  gather,
  hold,
  proxy,
  serve,
} from '../../src/sim/stages.ts';
import { ms, times } from './arbitraries.ts';

const at = (...list: number[]) => Float64Array.from(list);

describe('decode', () => {
  const cases: { name: string; given: Partial<Scenario>; expect: number[] }[] = [
    { name: 'an even pace', given: { ttft: 400, rate: 60 }, expect: [400, 416.667, 433.333] },
    { name: 'from the first millisecond', given: { ttft: 0, rate: 1_000 }, expect: [0, 1, 2] },
    {
      name: 'hidden tokens first',
      given: { ttft: 400, rate: 100, reasoning: 50 },
      expect: [900, 910, 920],
    },
    {
      name: 'stalls that last no time',
      given: { ttft: 0, rate: 100, stall: 50, stallms: 0 },
      expect: [0, 10, 20],
    },
    {
      name: 'no stalls',
      given: { ttft: 0, rate: 100, stallms: 500 },
      expect: [0, 10, 20],
    },
  ];
  it.each(cases)('$name', ({ given, expect: list }) =>
    expect([...decode(scenario(given), 3)]).toEqual(list),
  );

  it('no tokens', () => expect(decode(scenario(), 0)).toHaveLength(0));

  it('the first token of any kind comes at ttft, however uneven the pace', () => {
    for (let seed = 0; seed < 50; seed++) {
      expect(decode(scenario({ seed, jitter: 1.5, stall: 50, stallms: 900 }), 2)[0]).toBe(400);
    }
  });

  it('more tokens leave the times of the first ones alone', () => {
    const noisy = scenario({ jitter: 0.7, stall: 10, stallms: 300, reasoning: 5 });
    expect(decode(noisy, 500).slice(0, 80)).toEqual(decode(noisy, 80));
  });

  it('stalls come as often and last as long as they are said to', () => {
    const even = decode(scenario({ ttft: 0, rate: 100 }), 5_000);
    const stalled = decode(scenario({ ttft: 0, rate: 100, stall: 5, stallms: 300 }), 5_000);
    const gaps = stalled.map((t, i) => (i > 0 ? t - stalled[i - 1]! : 10));
    const stalls = gaps.filter((gap) => gap > 11);
    expect(stalls.every((gap) => Math.abs(gap - 310) < 0.002)).toBe(true);
    expect(stalls.length / 50).toBeGreaterThan(4); // 5 per 100, and three standard errors are 0.92
    expect(stalls.length / 50).toBeLessThan(6);
    expect(stalled.at(-1)! - even.at(-1)!).toBeCloseTo(stalls.length * 300, 2);
  });

  it('jitter and stalls each have a stream of their own', () => {
    const gap = (part: Partial<Scenario>) => {
      const out = decode(scenario({ ttft: 0, rate: 100, ...part }), 300);
      return out.map((t, i) => (i > 0 ? Math.round((t - out[i - 1]!) * 1000) : 0));
    };
    const jitter = gap({ jitter: 0.5 });
    const both = gap({ jitter: 0.5, stall: 20, stallms: 1_000 });
    const stalls = gap({ stall: 20, stallms: 1_000 });
    for (let i = 1; i < 300; i++) {
      expect(Math.abs(both[i]! - jitter[i]! - (stalls[i]! - 10_000))).toBeLessThanOrEqual(2); // µs of rounding
    }
  });

  it('jitter keeps the mean pace', () => {
    const out = decode(scenario({ ttft: 0, rate: 100, jitter: 1 }), 5_000);
    expect(out.at(-1)! / 4_999).toBeCloseTo(10, 0);
  });
});

describe('gather', () => {
  const cases = [
    { name: 'one by one', given: { list: [1, 2, 3], group: 1 }, expect: [1, 2, 3] },
    { name: 'full groups', given: { list: [1, 2, 3, 4], group: 2 }, expect: [2, 4] },
    { name: 'a short last group', given: { list: [1, 2, 3, 4, 5], group: 2 }, expect: [2, 4, 5] },
    { name: 'a group larger than all', given: { list: [1, 2, 3], group: 64 }, expect: [3] },
    { name: 'nothing', given: { list: [], group: 3 }, expect: [] },
  ];
  it.each(cases)('$name', ({ given: { list, group }, expect: out }) =>
    expect([...gather(at(...list), group)]).toEqual(out),
  );
});

describe('serve', () => {
  const cases = [
    {
      name: 'idle between events',
      given: { list: [10, 20, 30], service: 5, delay: 0 },
      expect: [15, 25, 35],
    },
    {
      name: 'one waits for the other',
      given: { list: [10, 11, 30], service: 5, delay: 0 },
      expect: [15, 20, 35],
    },
    {
      name: 'all at once',
      given: { list: [10, 10, 10], service: 0.2, delay: 20 },
      expect: [30.2, 30.4, 30.6],
    },
    {
      name: 'a delay is not work',
      given: { list: [10, 11], service: 0, delay: 100 },
      expect: [110, 111],
    },
    {
      name: 'half a microsecond is rounded up',
      given: { list: [0], service: 0.0005, delay: 0 },
      expect: [0.001],
    },
    {
      name: 'less than half is lost',
      given: { list: [0, 0, 0], service: 0.0004, delay: 0 },
      expect: [0, 0, 0],
    },
    { name: 'nothing', given: { list: [], service: 1, delay: 1 }, expect: [] },
  ];
  it.each(cases)('$name', ({ given: { list, service, delay }, expect: out }) =>
    expect([...serve(at(...list), service, delay)]).toEqual(out),
  );

  it('is the recurrence, in whole microseconds', () => {
    fc.assert(
      fc.property(times(), ms(50), ms(200), (arrivals, service, delay) => {
        const us = (x: number) => Math.round(x * 1000);
        let free = 0;
        const expected = [...arrivals].map(
          (t) => (free = Math.max(free, us(t) + us(delay)) + us(service)) / 1000,
        );
        expect([...serve(arrivals, service, delay)]).toEqual(expected);
      }),
    );
  });
});

describe('where a bucket ends', () => {
  const cases = [
    { name: 'nothing written: the first one', given: [0, 4_096, 165], expect: 3_931 },
    { name: 'in the first one', given: [3_930, 4_096, 165], expect: 3_931 },
    { name: 'it is full', given: [3_931, 4_096, 165], expect: 3_931 },
    { name: 'one byte more', given: [3_932, 4_096, 165], expect: 3_931 + 4_096 },
    { name: 'the second one is full', given: [8_027, 4_096, 165], expect: 8_027 },
    { name: 'headers larger than the bucket', given: [2, 100, 500], expect: 101 },
    { name: 'a bucket of one byte', given: [17, 1, 0], expect: 17 },
  ] as const;
  it.each(cases)('$name', ({ given: [end, bucket, header], expect: bound }) =>
    expect(bucketBound(end, bucket, header)).toBe(bound),
  );
});

describe('proxy', () => {
  const arrivals = at(1, 2, 3, 4, 5);
  const ends = at(100, 200, 300, 400, 500);
  const bucket = (size: number, header = 0) => [...fillBuckets(arrivals, ends, size, header)];

  it('pass: at once', () => expect(proxy(scenario(), arrivals, ends)).toEqual(arrivals));
  it('hold: all at close', () => expect([...hold(arrivals)]).toEqual([5, 5, 5, 5, 5]));
  it('nothing is held of nothing', () => expect(hold(at())).toHaveLength(0));
  it('nothing is buffered of nothing', () =>
    expect(fillBuckets(at(), at(), 10, 0)).toHaveLength(0));

  const cases = [
    {
      name: 'an event leaves with the byte that fills its bucket',
      given: [250, 0],
      expect: [3, 3, 5, 5, 5],
    },
    { name: 'a bucket that ends where an event ends', given: [200, 0], expect: [2, 2, 4, 4, 5] },
    { name: 'the rest leaves at close', given: [300, 0], expect: [3, 3, 3, 5, 5] },
    { name: 'headers make the first bucket smaller', given: [250, 150], expect: [1, 4, 4, 5, 5] },
    { name: 'larger than the answer: all at close', given: [501, 0], expect: [5, 5, 5, 5, 5] },
    { name: 'exactly the answer', given: [500, 0], expect: [5, 5, 5, 5, 5] },
    { name: 'smaller than any event: at once', given: [1, 0], expect: [1, 2, 3, 4, 5] },
    { name: 'several buckets in one event', given: [30, 0], expect: [2, 3, 3, 5, 5] },
  ] as const;
  it.each(cases)('$name', ({ given: [size, header], expect: out }) =>
    expect(bucket(size, header)).toEqual([...out]),
  );

  it('an event of no bytes does not leave before it is there', () =>
    expect([...fillBuckets(at(1, 2), at(100, 100), 100, 0)]).toEqual([1, 2]));

  it('the policy of the scenario is the one applied', () => {
    expect([...proxy(scenario({ proxy: 'hold' }), arrivals, ends)]).toEqual([5, 5, 5, 5, 5]);
    expect([
      ...proxy(scenario({ proxy: 'bucket', bucket: 200, header: 0 }), arrivals, ends),
    ]).toEqual(bucket(200));
  });
});

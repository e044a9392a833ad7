import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, poll, startOver } from '../../src/sim/delivery.ts';
import { ms, times } from './arbitraries.ts';

const at = (...list: number[]) => Float64Array.from(list);
const us = (t: number) => Math.round(t * 1000);
/** An interval of whole microseconds, at least one. */
const interval = fc.oneof(
  fc.constantFrom(1, 100, 5_000),
  fc.integer({ min: 1, max: 2_000_000 }).map((t) => t / 1000),
);
const gap = fc.tuple(ms(9_000), ms(9_000)).map(([from, more]) => ({ from, until: from + more }));

describe('poll', () => {
  const cases = [
    {
      name: 'heard with the next answer',
      given: { list: [4_000, 7_000], every: 5_000, latency: 0 },
      expect: [5_000, 10_000],
    },
    {
      name: 'several in one answer',
      given: { list: [11, 12, 13, 21], every: 10, latency: 0 },
      expect: [20, 20, 20, 30],
    },
    {
      name: 'an answer takes the way there and back',
      given: { list: [4_000], every: 5_000, latency: 50 },
      expect: [5_100],
    },
    {
      name: 'known when the question comes in',
      given: { list: [5_050], every: 5_000, latency: 50 },
      expect: [5_100],
    },
    {
      name: 'known a microsecond later',
      given: { list: [5_050.001], every: 5_000, latency: 50 },
      expect: [10_100],
    },
    {
      name: 'known when the job is submitted',
      given: { list: [0, 50], every: 5_000, latency: 50 },
      expect: [100, 100],
    },
    { name: 'nothing', given: { list: [], every: 5_000, latency: 50 }, expect: [] },
  ];
  it.each(cases)('$name', ({ given: { list, every, latency }, expect: out }) =>
    expect([...poll(at(...list), every, latency)]).toEqual(out),
  );

  it('is heard by the first question that can know of it, and not by the one before', () => {
    fc.assert(
      fc.property(times(), interval, ms(300), (arrivals, every, latency) => {
        const heard = poll(arrivals, every, latency);
        expect(heard).toHaveLength(arrivals.length);
        for (const [i, t] of arrivals.entries()) {
          const asked = us(heard[i]!) - 2 * us(latency);
          expect(asked % us(every)).toBe(0);
          expect(asked + us(latency)).toBeGreaterThanOrEqual(us(t));
          if (asked > 0) expect(asked - us(every) + us(latency)).toBeLessThan(us(t));
        }
      }),
    );
  });

  it.each([
    { every: 10, latency: 0 },
    { every: 1_000, latency: 50 },
    { every: 5_000, latency: 50 },
  ])('every $every ms: late by half of that and the way, on average', ({ every, latency }) => {
    const arrivals = Float64Array.from({ length: 10 * every }, (_, i) => latency + i + 0.5);
    const heard = poll(arrivals, every, latency);
    const late = heard.reduce((sum, t, i) => sum + t - arrivals[i]!, 0) / heard.length;
    expect(late).toBeCloseTo(every / 2 + latency, 6);
  });
});

describe('cut', () => {
  const cases = [
    { name: 'before and after', given: [9, 14, 15], expect: [9, 14, 15] },
    { name: 'meanwhile', given: [10, 11, 13.999], expect: [14, 14, 14] },
    { name: 'nothing', given: [], expect: [] },
  ];
  it.each(cases)('$name', ({ given, expect: out }) =>
    expect([...cut(at(...given), 10, 14)]).toEqual(out),
  );

  it('loses nothing, keeps the order, lets nothing through while it lasts, and leaves the rest alone', () => {
    fc.assert(
      fc.property(times(), gap, (arrivals, { from, until }) => {
        const out = cut(arrivals, from, until);
        expect(out).toHaveLength(arrivals.length);
        expect([...out].sort((a, b) => a - b)).toEqual([...out]);
        for (const [i, t] of arrivals.entries()) {
          expect(out[i]! >= from && out[i]! < until).toBe(false);
          expect(out[i]).toBe(t >= from && t < until ? until : t);
        }
        expect(cut(out, from, until)).toEqual(out);
      }),
    );
  });
});

describe('starting over', () => {
  const cases = [
    { name: 'the work was done', given: [4, 9.999], expect: [4, 9.999] },
    { name: 'it was not', given: [4, 10], expect: [18, 24] },
    { name: 'it had not begun to report', given: [11, 20], expect: [25, 34] },
    { name: 'nothing to do', given: [], expect: [] },
  ];
  it.each(cases)('$name', ({ given, expect: out }) =>
    expect([...startOver(at(...given), 10, 14)]).toEqual(out),
  );

  it('never ends sooner than a stream that is resumed', () => {
    fc.assert(
      fc.property(times(), gap, (arrivals, { from, until }) => {
        const resumed = cut(arrivals, from, until);
        for (const [i, t] of startOver(arrivals, from, until).entries())
          expect(us(t)).toBeGreaterThanOrEqual(us(resumed[i]!));
      }),
    );
  });
});

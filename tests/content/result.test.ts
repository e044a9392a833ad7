import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMs, measure, pace, result } from '../../src/components/prose/result.ts';

describe('formatMs', () => {
  it.each([
    { ms: 433.333, digits: undefined, expected: '433 ms' },
    { ms: 5416.667, digits: undefined, expected: '5.42 s' },
    { ms: 999.4, digits: undefined, expected: '999 ms' },
    { ms: 999.6, digits: undefined, expected: '1.00 s' },
    { ms: 29.9, digits: 1, expected: '29.9 ms' },
    { ms: 11_033, digits: 0, expected: '11 s' },
    { ms: 0, digits: undefined, expected: '0 ms' },
  ])('$ms → $expected', ({ ms, digits, expected }) =>
    expect(formatMs(ms, digits)).toBe(expected.replace(' ', '\u00a0')),
  );
});

describe('result', () => {
  it.each([
    { with: 'render=token', of: 'firstPaint', expected: '433\u00a0ms' },
    { with: 'render=sync', of: 'firstPaint', expected: '5.45\u00a0s' },
    { with: 'render=token&cost=25', of: 'feelsFast', expected: '29' },
    { with: 'render=frame', of: 'feelsFast', digits: 1, expected: '73.5' },
    { with: 'response=long', of: 'tokens', expected: '1,176' },
    { with: '', of: 'gap.mean', digits: 1, expected: '16.7\u00a0ms' },
  ])('$of of "$with" is $expected', ({ expected, ...question }) =>
    expect(result(question)).toBe(expected),
  );

  it.each([
    {
      name: 'a value out of range',
      with: 'rate=99999',
      of: 'qoe',
      error: /rate: “99999” is out of range \(allowed: 1–2,000 tokens\/s\)$/,
    },
    {
      name: 'a setting that does not exist',
      with: 'rat=5',
      of: 'qoe',
      error: 'rat: no such setting. Did you mean "rate"?',
    },
    {
      name: 'a measure that does not exist',
      with: '',
      of: 'feelFast',
      error: 'no such measure. Did you mean "feelsFast"?',
    },
    { name: 'a part that does not exist', with: '', of: 'gap.p96', error: /no "p96" in gap/ },
    {
      name: 'a group of measures',
      with: '',
      of: 'gap',
      error: /is not one number; it has mean, p50/,
    },
    {
      name: 'an undefined measure',
      with: 'response=label',
      of: 'gap.mean',
      error: 'undefined for this scenario',
    },
  ])('stops at $name', ({ error, name: _, ...question }) =>
    expect(() => result(question)).toThrow(error),
  );
});

describe('pace', () => {
  it('never shows a token before it came, nor two too close', () => {
    const times = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 100 }), (given, gap) => {
        const sorted = Float64Array.from(given).sort();
        const out = pace(sorted, gap);
        for (let i = 0; i < out.length; i++) {
          expect(out[i]!).toBeGreaterThanOrEqual(sorted[i]!);
          if (i > 0) expect(out[i]! - out[i - 1]!).toBeGreaterThanOrEqual(gap);
        }
      }),
    );
  });

  it('keeps the first token where it was', () =>
    expect(measure('proxy=bucket', 12).firstPaint).toBe(measure('proxy=bucket').firstPaint));
});

/* What `npm run validate` wrote, and what the method page says of it. */
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cases, idOf } from '../../scripts/validate/cases.ts';
import { unpacked } from '../../src/validation/curve.ts';
import { misses } from '../../src/validation/criteria.ts';
import { validation } from '../../src/validation/validation.ts';

const named = (start: string) => validation.cases.filter((of) => idOf(of).startsWith(start));

it('has every case, in order, measured five times, in a small file', () => {
  expect(validation.cases.map(idOf)).toEqual(cases.map(idOf));
  expect(validation.repeats).toBeGreaterThanOrEqual(5);
  expect(statSync('src/content/validation.json').size).toBeLessThan(150_000);
});

it.each(validation.cases.map((of) => ({ name: idOf(of), of })))(
  '$name: both curves have all tokens, and end near the medians',
  ({ of }) => {
    // The schedule: 100 ms, then a token every 1000/rate ms. No way is shorter, and none takes ten times as long.
    const due = 100 + ((of.tokens - 1) * 1000) / of.rate;
    for (const which of ['predicted', 'measured'] as const) {
      expect(of.last[which]).toBeGreaterThan(due);
      expect(of.last[which]).toBeLessThan(10 * due);
      const curve = unpacked(of[which]);
      expect(curve.at(-1)!.tokens).toBe(of.tokens);
      for (let i = 1; i < curve.length; i++) expect(curve[i]!.at).toBeGreaterThan(curve[i - 1]!.at);
    }
  },
);

describe('what the method page says', () => {
  it('a page at rest begins its frame at once: its first paint comes before the predicted one', () => {
    for (const of of named('frame-0')) expect(of.first.measured).toBeLessThan(of.first.predicted);
  });

  it('a page whose draws take longer than a frame paints more often than predicted', () => {
    for (const of of named('frame-25'))
      expect(of.kind === 'page' && of.paints.measured > of.paints.predicted).toBe(true);
  });

  it('where nginx speaks HTTP/1.0, the bursts are those of the model in every repeat', () => {
    for (const of of named('nginx-1.0'))
      expect(misses(of, validation.repeats)).not.toContain('bursts');
  });

  it('there and with gzip before it, text comes later than without', () => {
    for (const rate of [60, 200]) {
      const [direct, bucket, held] = ['direct', 'nginx-1.0', 'nginx-1.0-gzip'].map(
        (way) => named(`${way}-${String(rate)}`)[0]!.first.measured,
      );
      expect(direct).toBeLessThan(bucket!);
      expect(bucket).toBeLessThan(held!);
    }
  });
});

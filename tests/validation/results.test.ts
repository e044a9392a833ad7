/* What `npm run validate` wrote, and what the method page says of it. */
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cases, idOf, paths, shared } from '../../scripts/validate/cases.ts';
import { beyond } from '../../src/validation/beyond.ts';
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
  it('what was measured: so many tokens, so fast, and so much work', () => {
    const all = (read: (of: (typeof cases)[number]) => unknown) => [...new Set(cases.map(read))];
    expect(all(({ tokens, rate }) => `${tokens} at ${rate}`)).toEqual(['100 at 60', '200 at 200']);
    expect(all(({ cost }) => cost)).toEqual([0, 10, 25]);
    expect(shared).toMatchObject({ ttft: 100, every: 50 });
  });

  it('the bucket stands for nginx that buffers and asks in HTTP/1.0, hold for where gzip collects', () => {
    const ways = Object.entries(paths);
    const of = (policy: string) =>
      ways.filter(([, { proxy }]) => proxy === policy).map(([id]) => id);
    expect(of('bucket')).toEqual(['nginx-1.0']);
    expect(of('hold')).toEqual(['direct-gzip-held', 'nginx-1.0-gzip', 'nginx-1.1-gzip']);
  });

  it('a page paints up to a frame earlier than predicted, and more often where draws take longer', () => {
    const { paints, keepingUp } = beyond(validation);
    expect(paints).toMatchObject({ render: 'frame', cost: 25 });
    expect(paints.paints.measured).toBeGreaterThan(paints.paints.predicted);
    expect(keepingUp.meanDelta).toBeLessThan(1000 / 60);
    for (const of of validation.cases)
      if (of.kind === 'page') {
        expect(of.first.predicted - of.first.measured).toBeGreaterThan(0);
        expect(of.first.predicted - of.first.measured).toBeLessThan(1000 / 60);
      }
  });

  it('where it cannot keep up, tokens in between are further from their prediction', () => {
    const { overloaded, keepingUp } = beyond(validation);
    expect(overloaded.meanDelta).toBeGreaterThan(keepingUp.meanDelta);
    expect(misses(overloaded, validation.repeats)).toEqual([]);
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

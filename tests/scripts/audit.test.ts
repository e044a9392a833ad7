import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { certificateFor } from '../../scripts/audit/certificate.ts';
import { limits, meets, type Limit } from '../../scripts/audit/limits.ts';
import { print, row } from '../../scripts/audit/rows.ts';

describe('a limit is met', () => {
  const cases = [
    { name: 'on it', given: { bound: { atMost: 50 }, value: 50 }, expect: true },
    { name: 'not over it', given: { bound: { atMost: 50 }, value: 50.1 }, expect: false },
    { name: 'from it on', given: { bound: { atLeast: 98 }, value: 98 }, expect: true },
    { name: 'not below it', given: { bound: { atLeast: 98 }, value: 97.9 }, expect: false },
    { name: 'below it', given: { bound: { less: 1 }, value: 0.99 }, expect: true },
    {
      name: 'not on one that is to be undercut',
      given: { bound: { less: 1 }, value: 1 },
      expect: false,
    },
    {
      name: 'not by what is no number',
      given: { bound: { atMost: 50 }, value: NaN },
      expect: false,
    },
  ];
  test.each(cases)('$name', ({ given: { bound, value }, expect: met }) =>
    expect(meets({ measure: 'a', unit: '', ...bound }, value)).toBe(met),
  );
});

test('the table has a line for each row, and says which are missed and which were not measured', () => {
  const rows = [
    row('performance', '/', 98.4),
    row('lcp', '/', 1512.3, 'the picture'),
    row('seo', '/embed/a/', null, 'asks not to be listed'),
    row('scripts', '/method/', 1.2345),
    row('resting', 'a', 0.25),
    row('late', '/', 0),
  ];
  expect(print(rows).split('\n')).toEqual([
    'measure                                    of             limit      value',
    'Lighthouse: performance                    /               ≥ 98       98.4  ok',
    'Largest Contentful Paint                   /          ≤ 1500 ms    1512 ms  MISS  the picture',
    'Lighthouse: SEO                            /embed/a/      ≥ 100          —  —     asks not to be listed',
    'JavaScript, no figure in the first screen  /method/     ≤ 10 kB    1.23 kB  ok',
    'at rest: main thread                       a           < 1 ms/s  0.25 ms/s  ok',
    'requests after load                        /                  0          0  ok',
  ]);
});

test('no limit is beside the point: each has a bound', () => {
  for (const { measure, ...bounds } of Object.values<Limit>(limits))
    expect(
      [bounds.atLeast, bounds.atMost, bounds.less].filter(Number.isFinite),
      measure,
    ).toHaveLength(1);
});

test('a certificate is for its host, signed by its own key, and valid now', () => {
  const host = `${'a'.repeat(60)}.feels-fast.example`; // long: lengths take two bytes and more
  const { cert } = certificateFor(host);
  const read = new X509Certificate(cert);
  expect(read.checkHost(host)).toBe(host);
  expect(read.checkHost('feels-fast.example')).toBeUndefined();
  expect(read.verify(read.publicKey)).toBe(true);
  expect(Date.parse(read.validFrom)).toBeLessThan(Date.now());
  expect(Date.parse(read.validTo)).toBeGreaterThan(Date.now());
});

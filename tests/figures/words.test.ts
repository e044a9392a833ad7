import fc from 'fast-check';
import { expect, test } from 'vitest';
import { count } from '../../src/components/figures/shared/words.ts';

const inEnglish = new Intl.NumberFormat('en');

const whole = fc.integer({ min: -10_000_000, max: 10_000_000 });
const simulated = fc.integer({ min: 0, max: 1e10 }).map((us) => us / 1000);
const finer = fc.integer({ min: 0, max: 1e6 }).map((n) => n / 10_000 + 0.000_01);

test.each([
  { name: 'whole numbers', numbers: whole },
  { name: 'simulated times', numbers: simulated },
  { name: 'finer than three places', numbers: finer },
])('$name are written as Intl writes them', ({ numbers }) => {
  fc.assert(
    fc.property(numbers, (n) => {
      expect(count(n)).toBe(inEnglish.format(n));
    }),
  );
});

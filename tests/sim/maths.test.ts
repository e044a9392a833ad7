import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, halvings, ln } from '../../src/sim/maths.ts';
import './arbitraries.ts';

/** How far `value` is from `reference`, in units of the last place of the reference. */
function ulps(value: number, reference: number): number {
  if (value === reference) return 0;
  return Math.abs(value - reference) / (Math.abs(reference) * Number.EPSILON);
}

const few = 4;

describe('ln', () => {
  it.each([
    1,
    2,
    0.5,
    Math.E,
    10,
    1e-9,
    1e-300,
    1e300,
    2 ** -32,
    1 - 2 ** -32,
    1 + 2 ** -32,
    5e-324,
  ])('of %d', (x) => expect(ulps(ln(x), Math.log(x))).toBeLessThan(few));
  it('agrees with Math.log to a few units in the last place', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ min: 1e-12, max: 1, noNaN: true }),
          fc.double({ min: 1e-300, max: 1e300, noNaN: true }),
        ),
        (x) => {
          expect(ulps(ln(x), Math.log(x))).toBeLessThan(few);
        },
      ),
    );
  });
});

describe('exp', () => {
  it.each([0, -1e-300, -0.1, -Math.LN2 / 2, -Math.LN2, -1, -10, -100, -500, -708])('of %d', (x) =>
    expect(ulps(exp(x), Math.exp(x))).toBeLessThan(few),
  );
  it('agrees with Math.exp to a few units in the last place', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ min: -2, max: 0, noNaN: true }),
          fc.double({ min: -708, max: 0, noNaN: true }),
        ),
        (x) => {
          expect(ulps(exp(x), Math.exp(x))).toBeLessThan(few);
        },
      ),
    );
  });
  it.each([-745, -745.2, -800, -1e6, -Infinity])('is next to nothing at %d', (x) => {
    expect(exp(x)).toBeGreaterThanOrEqual(0);
    expect(exp(x)).toBeLessThan(1e-320);
  });
  it('undoes ln', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1, noNaN: true }), (x) => {
        expect(exp(ln(x))).toBeCloseTo(x, 12);
      }),
    );
  });
});

describe('halvings', () => {
  it.each([0, 1, 2, 3, 10, 52])('%d of them are exact to a few units', (x) =>
    expect(ulps(halvings(x), 2 ** -x)).toBeLessThan(16),
  );
  it('never rises', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 40, noNaN: true }),
        fc.double({ min: 1e-6, max: 5, noNaN: true }),
        (x, d) => {
          expect(halvings(x + d)).toBeLessThan(halvings(x));
        },
      ),
    );
  });
});

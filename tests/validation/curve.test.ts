import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stepPath } from '../../src/validation/chart.ts';
import { packed, steps, unpacked } from '../../src/validation/curve.ts';
import { growth } from '../../src/validation/growth.ts';

describe('packed', () => {
  it.each([
    { name: 'one by one', given: [103.2, 119.9, 136.5], expect: '1032 167 166' },
    { name: 'two together', given: [103.2, 103.2, 119.9], expect: '1032*2 167' },
    { name: 'together to a tenth of a millisecond', given: [103.21, 103.24], expect: '1032*2' },
  ])('$name', ({ given, expect: text }) => expect(packed(given)).toBe(text));

  it('is undone by unpacked, to a tenth of a millisecond', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1 }), (tenths) => {
        const times = tenths.sort((a, b) => a - b).map((t) => t / 10);
        expect(unpacked(packed(times))).toEqual(steps(times));
      }),
    ));
});

describe('stepPath', () => {
  const curve = (times: number[]) => steps(times);
  it.each([
    {
      name: 'one step is drawn with its corners',
      given: curve([50, 50]),
      expect: 'M0 60h80v-60h80',
    },
    {
      name: 'steps too small to be seen become a line',
      given: curve(Array.from({ length: 100 }, (_, i) => i + 1)),
      expect: 'M0 60l160 -60',
    },
  ])('$name', ({ given, expect: path }) =>
    expect(stepPath(given, 100, given.at(-1)!.tokens)).toBe(path),
  );
});

it.each([
  { name: 'ρ = 5, the rest at the end', given: [1, 5, 25, 125, 44], expect: 5 },
  { name: 'ρ = 1.5, rounded', given: [1, 1, 2, 3, 5, 7, 11, 16, 25, 29], expect: 70 / 46 },
  { name: 'too few to tell', given: [3, 9], expect: null },
])('growth: $name', ({ given, expect: by }) => expect(growth(given)).toBe(by));

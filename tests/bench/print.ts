import type { Finding } from './benchmarks.ts';

/** A finding in lines: "scene  0.092 ms (0.090–0.095), target ≤ 0.1: met". */
export function print(name: string, { what, unit, digits, value, target, notes }: Finding): string {
  const { median, low, high } = value;
  const [sign, bound, met] =
    'atLeast' in target
      ? ['≥', target.atLeast, median >= target.atLeast]
      : ['≤', target.atMost, median <= target.atMost];
  const [middle, from, to] = [median, low, high].map((x) => x.toFixed(digits));
  const measured = `${middle} ${unit} (middle half ${from}–${to}), target ${sign} ${bound}: ${met ? 'met' : 'missed'}`;
  return [`${name}: ${what}`, measured, ...notes].join('\n  ');
}

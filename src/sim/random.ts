import { exp, ln } from './maths.ts';

/** Draws from [0, 1). */
export type Random = () => number;

/**
 * A stream of random numbers that belongs to one name: `random(seed, 'gap')` and `random(seed, 'stall')`
 * do not disturb each other, so a knob of one hop never re-draws another hop's noise.
 * Integer arithmetic only (the sfc32 generator, Doty-Humphrey's PractRand), the same on every platform.
 */
export function random(seed: number, name: string): Random {
  let a = seed >>> 0;
  let b = 0x9e3779b9;
  let c = 0x243f6a88;
  let counter = 1;
  for (let i = 0; i < name.length; i++) b = Math.imul(b ^ name.charCodeAt(i), 0x01000193);
  const next = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  // Neighbouring seeds start alike; a dozen rounds and they have nothing in common.
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** A standard normal draw: Marsaglia's polar method, which needs no sine or cosine. */
function normal(draw: Random): number {
  for (;;) {
    const x = 2 * draw() - 1;
    const y = 2 * draw() - 1;
    const r = x * x + y * y;
    if (r > 0 && r < 1) return x * Math.sqrt((-2 * ln(r)) / r);
  }
}

/**
 * A sampler of gamma variates with mean 1 and coefficient of variation `cv` (shape 1/cv²);
 * exactly 1 when `cv` is 0 (or too small for its shape to be a number). Method: Marsaglia & Tsang, ACM TOMS 26 (2000), https://doi.org/10.1145/358407.358414;
 * shapes below 1 use their boost, a gamma of shape + 1 times U^(1/shape).
 */
export function gamma(draw: Random, cv: number): () => number {
  const shape = 1 / (cv * cv);
  if (shape === Infinity) return () => 1;
  const boosted = shape < 1;
  const d = (boosted ? shape + 1 : shape) - 1 / 3;
  const k = 1 / Math.sqrt(9 * d);
  return () => {
    for (;;) {
      const x = normal(draw);
      const root = 1 + k * x;
      const v = root * root * root; // not **, which may differ between engines
      const u = 1 - draw();
      if (v > 0 && ln(u) < (x * x) / 2 + d * (1 - v + ln(v)))
        return ((d * v) / shape) * (boosted ? exp(ln(1 - draw()) / shape) : 1);
    }
  };
}

/*
 * Logarithm and exponential from +, −, × and ÷ alone. Math.log, Math.exp and Math.pow may differ in the last
 * bit from one engine to the next (ECMA-262 §21.3.2 leaves them implementation-approximated), and then
 * "same scenario, same trace" would hold on one engine only.
 */
const LN2 = 0.6931471805599453;
// ln 2 in two parts, the first short enough that a whole number of up to 11 bits times it is exact (Cody & Waite).
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Natural logarithm of x > 0, to within a few units in the last place. */
export function ln(x: number): number {
  let twos = 0;
  while (x > Math.SQRT2) {
    x /= 2;
    twos++;
  }
  while (x < Math.SQRT1_2) {
    x *= 2;
    twos--;
  }
  // ln x = 2 artanh s = 2 (s + s³/3 + s⁵/5 …), and |s| < 0.172 here.
  const s = (x - 1) / (x + 1);
  let sum = 0;
  for (let k = 23; k >= 1; k -= 2) sum = sum * s * s + 1 / k;
  return twos * LN2 + 2 * s * sum;
}

/** e^x for x ≤ 0, to within a few units in the last place; 0 below the smallest double. */
export function exp(x: number): number {
  if (x < -745) return 0;
  // e^x = 2^twos · e^rest, and |rest| < 0.35, where fourteen terms of the series are enough.
  const twos = Math.floor(x / LN2 + 0.5);
  const rest = x - twos * LN2_HIGH - twos * LN2_LOW;
  let out = 1;
  for (let k = 14; k >= 1; k--) out = 1 + (rest * out) / k;
  for (let k = twos; k < 0; k++) out /= 2;
  return out;
}

/** 2^−x for x ≥ 0. */
export function halvings(x: number): number {
  return exp(-x * LN2);
}

/** ρ, work per token × rate. Above 1 a page that draws every token cannot keep up. @param cost ms @param rate tokens/s */
export const load = ({ cost, rate }: { cost: number; rate: number }): number =>
  (cost * rate) / 1000;

/**
 * By what each batch is larger than the one before, of a loop that cannot keep up: the sum of all but the first over
 * the sum of all but the last, so that large batches, which are not rounded as much, count more. The last batch of an
 * answer is what was left and does not count. `null` below three.
 */
export function growth(batches: readonly number[]): number | null {
  const full = batches.slice(0, -1);
  if (full.length < 2) return null;
  const sum = (sizes: readonly number[]) => sizes.reduce((a, b) => a + b, 0);
  return sum(full.slice(1)) / sum(full.slice(0, -1));
}

/** Of many measurements: the middle one, and the two between which the middle half lies. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** Median and quartiles, linear between ranks. */
export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (p: number) => {
    const rank = p * (sorted.length - 1);
    const below = sorted[Math.floor(rank)]!;
    return below + (rank % 1) * ((sorted[Math.floor(rank) + 1] ?? below) - below);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}

const ROUNDS = 25;
const WARM_UP_MS = 300;
const BATCH_MS = 15;

function milliseconds(work: () => void, times: number): number {
  const start = performance.now();
  for (let i = 0; i < times; i++) work();
  return performance.now() - start;
}

/**
 * Milliseconds per call of each of the works, once per round. They take turns, so that whatever slows the machine for
 * a while slows them all, and each turn is long enough for the clock.
 */
export function takeTurns(works: readonly (() => void)[]): number[][] {
  const batches = works.map((work) => {
    let calls = 0;
    let spent = 0;
    for (; spent < WARM_UP_MS; calls++) spent += milliseconds(work, 1);
    return Math.max(1, Math.round((BATCH_MS / spent) * calls));
  });
  const results: number[][] = works.map(() => []);
  for (let round = 0; round < ROUNDS; round++) {
    works.forEach((work, w) => {
      const calls = batches[w]!;
      results[w]!.push(milliseconds(work, calls) / calls);
    });
  }
  return results;
}

import { halvings } from './maths.ts';
import { roundMs, type Ms } from './units.ts';

/** What the two published scores ask for: the first token by `first`, then one every `perToken`. */
export interface Targets {
  first: Ms;
  perToken: Ms;
}

/**
 * A second of patience, then careful reading: 238 words a minute ≈ 5 tokens/s
 * (Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047).
 */
export const readerTargets: Targets = { first: 1000, perToken: 200 };

/** Tokens per second that a careful reader of English takes in. */
export const READING_RATE = 1000 / readerTargets.perToken;

export interface Seen {
  firstPaint: Ms;
  lastPaint: Ms;
  frozen: Ms;
}

/**
 * The weighted wait behind the feels-fast score: `(w·first paint + last paint + (w/2)·frozen) / (w + 1)`.
 * A stated weighting, not a measured one: no study gives an exchange rate between first and last.
 */
export function wait({ firstPaint, lastPaint, frozen }: Seen, weight: number): Ms {
  return (weight * firstPaint + lastPaint + (weight / 2) * frozen) / (weight + 1);
}

/** Feels-fast, 0–100: halves with every two seconds of weighted wait. `feelsFast(2000) === 50`. */
export function feelsFast(weightedWait: Ms): number {
  return 100 * halvings(weightedWait / 2000);
}

/**
 * Andes QoE, second version (https://arxiv.org/abs/2404.16283), for the ascending times at which tokens are seen: the share of the reader's time that was not delay.
 * Delivery faster than the reader earns nothing; 1 is perfect, `null` is nothing delivered.
 */
export function andes(times: Float64Array, { first, perToken }: Targets): number | null {
  let delay = 0;
  let whole = 0;
  let actual = -Infinity;
  for (let i = 0; i < times.length; i++) {
    const ideal = first + i * perToken;
    actual = Math.max(times[i]!, i === 0 ? ideal : actual + perToken);
    delay += actual - ideal;
    whole += actual;
  }
  return times.length > 0 ? (whole > 0 ? 1 - delay / whole : 1) : null;
}

/**
 * Fluidity index, as in Etalon's reference code (https://github.com/project-etalon/etalon), for ascending times: the share of deadlines met. Tokens that come early bank slack
 * for later ones; one very late token misses several deadlines, and then the deadlines start afresh.
 */
export function fluidity(times: Float64Array, { first, perToken }: Targets): number | null {
  let slack = 0;
  let met = 0;
  let missed = 0;
  for (let i = 0; i < times.length; i++) {
    const took = roundMs(times[i]! - (i === 0 ? 0 : times[i - 1]!));
    const deadline = i === 0 ? first : perToken;
    if (took <= deadline + slack) {
      slack = roundMs(slack + deadline - took);
      met++;
    } else {
      missed +=
        i === 0 ? 1 + Math.floor((took - first) / perToken) : Math.floor((took - slack) / perToken);
      slack = 0;
    }
  }
  return times.length > 0 ? met / (met + missed) : null;
}

import { inputDelay, longTaskSpans, roundMs, type Ms, type Trace } from '../sim/index.ts';

/** What was to be, and what was. `null` where there is nothing to measure, as the longest gap of one paint. */
export interface Pair {
  predicted: number | null;
  measured: number | null;
}

/** What a reader saw, simulated or recorded. */
export type Seen = Pick<Trace, 'dom' | 'paints' | 'busy'>;

/** A prediction beside what came of it: ms, and counts. */
export interface Comparison {
  firstPaint: Pair;
  lastPaint: Pair;
  paints: Pair;
  longestGap: Pair;
  longTasks: Pair;
  longestTask: Pair;
  /** How long the longest of the reader's inputs waits for the page; `null` without an input. */
  inputDelay: Pair;
  /** How far the paint of a token was from where it was predicted, on average. */
  meanDelta: Ms | null;
}

type Measure = Exclude<keyof Comparison, 'meanDelta' | 'inputDelay'>;

const measures: Readonly<Record<Measure, (seen: Seen) => number | null>> = {
  firstPaint: ({ dom }) => dom[0] ?? null,
  lastPaint: ({ dom }) => dom.at(-1) ?? null,
  paints: ({ paints }) => paints.length,
  longestGap: ({ paints }) => longest(paints, 1),
  longTasks: ({ busy }) => longTaskSpans(busy).length,
  longestTask: ({ busy }) => longest(busy, 2),
};

/** Longest time from one to the next: between all of them, or, with a step of 2, from each start to its end. */
function longest(times: Float64Array, step: 1 | 2): Ms | null {
  let most: Ms | null = null;
  for (let i = 1; i < times.length; i += step)
    most = Math.max(most ?? 0, roundMs(times[i]! - times[i - 1]!));
  return most;
}

/**
 * @param inputs when somebody clicked or pressed a key, ms since the request was sent. Each waits until the end of the busy
 * span it falls in: of the one that was predicted, and of the one that was.
 */
export function compare(predicted: Seen, measured: Seen, inputs: readonly Ms[] = []): Comparison {
  const longestWait = (seen: Seen) =>
    inputs.length > 0 ? roundMs(Math.max(...inputs.map((t) => inputDelay(seen, t)))) : null;
  const pairs = Object.entries(measures).map(([name, read]) => [
    name,
    { predicted: read(predicted), measured: read(measured) },
  ]);
  return {
    ...(Object.fromEntries(pairs) as Record<Measure, Pair>),
    inputDelay: { predicted: longestWait(predicted), measured: longestWait(measured) },
    meanDelta: meanDelta(predicted.dom, measured.dom),
  };
}

/** Mean of |measured − predicted| over the tokens that both have, at any one hop. ms */
export function meanDelta(predicted: Float64Array, measured: Float64Array): Ms | null {
  const n = Math.min(predicted.length, measured.length);
  if (n === 0) return null;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.abs(measured[i]! - predicted[i]!);
  return sum / n;
}

/** Sizes of the bursts in which tokens came: a burst ends where the next token is more than `apart` ms later. */
export function bursts(times: Float64Array, apart: Ms): number[] {
  const sizes: number[] = [];
  times.forEach((t, i) => {
    if (i > 0 && t - times[i - 1]! <= apart) sizes[sizes.length - 1]!++;
    else sizes.push(1);
  });
  return sizes;
}

// Several answers of one case to what of them is kept.

import { median } from 'd3-array';
import { bursts, meanDelta } from '../../src/run/compare.ts';
import { gaps, type Ms } from '../../src/sim/index.ts';
import { packed } from '../../src/validation/curve.ts';
import { growth, load } from '../../src/validation/growth.ts';
import type { CaseResult, Pair } from '../../src/validation/results.ts';
import { paths, type Case } from './cases.ts';
import type { Answered } from './lab.ts';
import { predict } from './predict.ts';

/** Tokens that came within so many ms of each other came in one burst, where a proxy collects them. */
const APART: Ms = 50;

/** What one answer was to be and was, at the hop that its case is about. */
interface Outcome {
  predicted: Float64Array;
  measured: Float64Array;
  paints: { predicted: number; measured: number };
  batches: { predicted: number[]; measured: number[] };
}

/** One answer held against its prediction. */
export function outcome(of: Case, { emitted, measured }: Answered): Outcome {
  const expected = predict(of, emitted, measured.start);
  const hop = of.kind === 'network' ? 'arrivals' : 'dom';
  return {
    predicted: expected[hop],
    measured: Float64Array.from(measured[hop]),
    paints: { predicted: expected.paints.length, measured: measured.paints.length },
    // What one `read()` brought came at one time.
    batches: {
      predicted: expected.batches,
      measured: bursts(Float64Array.from(measured.arrivals), 0),
    },
  };
}

const rounded = (value: number) => Math.round(value * 100) / 100;

/** The medians of several outcomes, and the curves of the one in the middle. */
export function summary(of: Case, outcomes: readonly Outcome[]): CaseResult {
  const pair = (read: (times: Float64Array) => number): Pair => ({
    predicted: rounded(median(outcomes, ({ predicted }) => read(predicted))!),
    measured: rounded(median(outcomes, ({ measured }) => read(measured))!),
  });
  const byDelta = outcomes
    .map((each) => ({ each, delta: meanDelta(each.predicted, each.measured)! }))
    .sort((a, b) => a.delta - b.delta);
  const { each: middle, delta } = byDelta[(byDelta.length - 1) >> 1]!;
  const stepped = middle.predicted.some((t) => t !== middle.predicted[0]);
  const base = {
    rate: of.rate,
    tokens: of.tokens,
    first: pair((times) => times[0]!),
    last: pair((times) => times.at(-1)!),
    longestGap: stepped ? pair((times) => gaps(times)!.longest) : null,
    meanDelta: rounded(delta),
    predicted: packed(middle.predicted),
    measured: packed(middle.measured),
  };
  if (of.kind === 'network')
    return {
      kind: 'network',
      path: of.path,
      ...base,
      bursts: paths[of.path].proxy === 'pass' ? null : burstsOf(outcomes, middle),
    };
  const overloaded = of.render.startsWith('token') && load(of) > 1;
  const sizes = (read: (outcome: Outcome) => number) => rounded(median(outcomes, read)!);
  return {
    kind: 'page',
    render: of.render,
    cost: of.cost,
    ...base,
    paints: {
      predicted: sizes(({ paints }) => paints.predicted),
      measured: sizes(({ paints }) => paints.measured),
    },
    growth: overloaded
      ? {
          predicted: sizes(({ batches }) => growth(batches.predicted) ?? NaN),
          measured: sizes(({ batches }) => growth(batches.measured) ?? NaN),
        }
      : null,
  };
}

function burstsOf(outcomes: readonly Outcome[], middle: Outcome) {
  const same = outcomes.filter(
    ({ predicted, measured }) => bursts(predicted, APART).join() === bursts(measured, APART).join(),
  ).length;
  return {
    predicted: bursts(middle.predicted, APART),
    measured: bursts(middle.measured, APART),
    same,
  };
}

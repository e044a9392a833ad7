import { deepStrictEqual } from 'node:assert/strict';
import {
  draw,
  hops,
  scenario,
  scenarioFields,
  send,
  simulate,
  uniform,
} from '../../src/sim/index.ts';
import { replay } from '../sim/replay.ts';
import { spread, takeTurns, type Spread } from './measure.ts';
import { slowestFigure } from './slowestFigure.ts';

/** What was measured, and what it should be. A benchmark reports; it never fails on a time. */
export interface Finding {
  what: string;
  unit: string;
  digits: number;
  value: Spread;
  target: { atLeast: number } | { atMost: number };
  /** More to say, on lines of their own. */
  notes: string[];
}

const answer = uniform(5_000, 4, 120);
const tokenHops = 5_000 * hops.length;
const million = (ms: number) => tokenHops / ms / 1_000;

/** Results go here, so that no engine can leave out the work. */
const kept: unknown[] = [];
const keep = (work: () => unknown) => () => {
  kept[0] = work();
};

function throughput(): Finding {
  const [ms] = takeTurns([keep(() => simulate({}, answer))]);
  return {
    what: 'simulate() of 5,000 tokens through five hops',
    unit: 'million token·hops/s',
    digits: 0,
    value: spread(ms!.map(million)),
    target: { atLeast: 100 },
    notes: [],
  };
}

function scene(): Finding {
  const tokens = uniform(500, 4, 120);
  const renders = scenarioFields.render.values as readonly (
    'sync' | 'token' | 'token-yield' | 'frame' | 'every'
  )[];
  const [ms] = takeTurns([
    keep(() => {
      const wire = send({}, tokens);
      return renders.map((render) => draw(wire, { render }));
    }),
  ]);
  return {
    what: '500 tokens under five renders: one send(), five draw()s',
    unit: 'ms',
    digits: 3,
    value: spread(ms!),
    target: { atMost: 0.1 },
    notes: [],
  };
}

function heap(): Finding {
  const whole = scenario();
  const closed = simulate(whole, answer);
  const replayed = replay(whole, answer);
  for (const name of [...hops, 'paints', 'shown', 'busy'] as const) {
    deepStrictEqual(
      [...closed[name]],
      replayed[name],
      `${name}: the two should give the same times`,
    );
  }
  const [fast, slow] = takeTurns([
    keep(() => simulate(whole, answer)),
    keep(() => replay(whole, answer)),
  ]);
  const perTokenHop = (ms: readonly number[]) => ((spread(ms).median / tokenHops) * 1e6).toFixed(0);
  return {
    what: 'the same 5,000 tokens event by event on a heap (flatqueue)',
    unit: '× as long as simulate()',
    digits: 1,
    value: spread(slow!.map((ms, round) => ms / fast![round]!)),
    target: { atLeast: 10 },
    notes: [
      'both give the same times',
      `per token and hop: ${perTokenHop(fast!)} ns in closed form, ${perTokenHop(slow!)} ns on the heap`,
    ],
  };
}

async function slowest(): Promise<Finding> {
  const { link, work } = await slowestFigure(20_261_123);
  const [ms] = takeTurns([work]);
  return {
    what: 'the slowest of 300 random settings of each figure: scene, words and tables',
    unit: 'ms',
    digits: 1,
    value: spread(ms!),
    target: { atMost: 50 },
    notes: [link],
  };
}

export const benchmarks: Readonly<Record<string, () => Finding | Promise<Finding>>> = {
  throughput,
  scene,
  heap,
  slowest,
};

import { load } from './growth.ts';
import type { CaseResult, Pair } from './results.ts';

/** One thing that was wanted of a case, and whether it is so. */
export interface Verdict {
  measure: 'first' | 'last' | 'meanDelta' | 'bursts' | 'longestGap' | 'growth';
  met: boolean;
}

/** The display's frame. ms */
const FRAME = 1000 / 60;

const apart = ({ predicted, measured }: Pair): number => Math.abs(measured - predicted);
const within = (pair: Pair, ms: number, share: number): boolean =>
  apart(pair) <= Math.max(ms, share * pair.predicted);

/** What is wanted of a case. Fixed before anything was measured. */
export function verdicts(of: CaseResult, repeats: number): Verdict[] {
  if (of.kind === 'network')
    return [
      { measure: 'first', met: within(of.first, 15, 0.05) },
      { measure: 'last', met: within(of.last, 0, 0.01) },
      { measure: 'meanDelta', met: of.meanDelta <= 5 },
      ...(of.bursts ? [{ measure: 'bursts', met: of.bursts.same === repeats } as const] : []),
    ];
  return [
    { measure: 'first', met: within(of.first, FRAME + 10, 0) },
    ...(of.longestGap
      ? [{ measure: 'longestGap', met: within(of.longestGap, FRAME, 0.25) } as const]
      : []),
    ...(of.growth
      ? [
          {
            measure: 'growth',
            met: within({ predicted: load(of), measured: of.growth.measured }, 0, 0.1),
          } as const,
          { measure: 'last', met: within(of.last, 0, 0.03) } as const,
        ]
      : []),
  ];
}

/** What was wanted and is not so. */
export const misses = (of: CaseResult, repeats: number): Verdict['measure'][] =>
  verdicts(of, repeats)
    .filter(({ met }) => !met)
    .map(({ measure }) => measure);

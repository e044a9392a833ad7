import { compare, type Comparison } from '../../../../run/compare.ts';
import type { Outcome } from '../../../../run/inFrame.ts';
import type { Recording } from '../../../../run/record.ts';
import type { Trace } from '../../../../sim/index.ts';

/** A run, and how it compares with its prediction. */
export interface Measured {
  recording: Recording;
  compared: Comparison;
}

/** Long tasks are the browser's own where it tells of them, else the busy spans that were seen. */
export function measured(trace: Trace, { recording, longTasks, inputs }: Outcome): Measured {
  const compared = compare(trace, recording, inputs);
  if (longTasks) compared.longTasks.measured = longTasks.length;
  if (longTasks && longTasks.length > 0) compared.longestTask.measured = Math.max(...longTasks);
  return { recording, compared };
}

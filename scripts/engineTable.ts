// The table of tests/engines/: which of its engines are here, and the command that runs it.

import { engines } from '../tests/engines/engines.ts';
import type { Engine } from '../tests/engines/driver.ts';
import { bin } from './run.ts';

/** The engines that are here, and those that are not. */
export function whichEngines(
  asked: readonly Engine[] = engines,
): Record<'there' | 'missing', Engine[]> {
  const { there = [], missing = [] } = Object.groupBy(asked, (engine) =>
    engine.find() ? 'there' : 'missing',
  );
  return { there, missing };
}

/** Runs what every figure does, in these engines. */
export const tableIn = (asked: readonly Engine[]): string[] =>
  bin(
    'vitest',
    'run',
    '--config',
    'tests/engines/vitest.config.ts',
    ...asked.map(({ id }) => `tests/engines/${id}.spec.ts`),
  );

/** "no Firefox and no WebKit here" */
export const notHere = (missing: readonly Engine[]): string =>
  `${missing.map(({ name }) => `no ${name}`).join(' and ')} here`;

import { greatest } from 'd3-array';
import type { PageResult, Results } from './results.ts';

/** What no criterion covers, at its worst. */
export interface Beyond {
  /** Of the pages that keep up, the one that most often painted when nothing was predicted. */
  paints: PageResult;
  /** Of the pages that cannot keep up, the one whose tokens were furthest from where they were predicted, on average. */
  overloaded: PageResult;
  /** And of those that can. */
  keepingUp: PageResult;
}

/** @throws TypeError if there are no such pages */
export function beyond({ cases }: Results): Beyond {
  const pages = cases.filter((of) => of.kind === 'page');
  const most = (some: PageResult[], read: (of: PageResult) => number) => {
    const found = greatest(some, read);
    if (!found) throw new TypeError('no such page');
    return found;
  };
  const keeping = pages.filter((of) => of.growth === null);
  return {
    paints: most(keeping, ({ paints }) => paints.measured - paints.predicted),
    overloaded: most(
      pages.filter((of) => of.growth !== null),
      ({ meanDelta }) => meanDelta,
    ),
    keepingUp: most(keeping, ({ meanDelta }) => meanDelta),
  };
}

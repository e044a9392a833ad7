import type { FigureDefinition } from '../../../src/components/figures/shared/settings.ts';
import type { Driver } from '../driver.ts';

/** A figure in a browser, and the origins of our site and of a stranger's. */
export interface Visit {
  driver: Driver;
  figure: FigureDefinition;
  ours: string;
  theirs: string;
}

/** Something that holds for every figure it is for, in every engine. It opens its own page. */
export interface Check {
  name: string;
  only?: (figure: FigureDefinition) => boolean;
  run(visit: Visit): Promise<void>;
}

/** Has a playhead. */
export const moves = ({ settings }: FigureDefinition): boolean => 't' in settings;

import fc from 'fast-check';
import { figures } from '../../src/components/figures/registry.ts';
import { toQuery, type FigureDefinition } from '../../src/components/figures/shared/settings.ts';
import type { Value } from '../../src/sim/index.ts';
import { valuesOf } from '../figures/arbitraries.ts';

type Values = Record<string, Value>;
type Part = Record<string, (...given: unknown[]) => unknown>;

/** Scenarios tried for each figure. */
const TRIED = 300;
/** What holds up the browser least of three times was not held up by anything else. */
const TIMES = 3;

export interface Slowest {
  /** The figure with its settings, as a link has them. */
  link: string;
  /** Computes what the figure draws when a setting has changed. */
  work: () => void;
}

const folder = new URL('../../src/components/figures/', import.meta.url);
const part = (id: string, name: string) =>
  import(new URL(`${id}/${name}.ts`, folder).href).catch(() => ({})) as Promise<Part>;

/** What a change of the settings costs before anything is drawn: the scene, its words, its tables. */
async function updateOf({ id }: FigureDefinition): Promise<(values: Values) => void> {
  const names = ['scene', 'layout', 'describe', 'tables'] as const;
  const [scene, layout, words, tables] = await Promise.all(names.map((name) => part(id, name)));
  const sceneOf = (scene!['sceneOf'] ?? layout!['sceneOf'])!;
  const shown = Object.entries(tables!).filter(([name]) => !/^all|csv$|^tokens/i.test(name));
  return (values) => {
    const made = sceneOf(values) as { poster: number };
    words!['finding']!(made);
    words!['moment']!(made, made.poster);
    for (const [, table] of shown) table(made);
  };
}

const milliseconds = (work: () => void) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/** Of so many random settings of every figure, those that take longest. */
export async function slowestFigure(seed: number): Promise<Slowest> {
  let [longest, found]: [number, Slowest | undefined] = [-1, undefined];
  for (const figure of figures) {
    const update = await updateOf(figure);
    for (const values of fc.sample(valuesOf(figure.settings), { numRuns: TRIED, seed })) {
      const work = () => update(values);
      const ms = Math.min(...Array.from({ length: TIMES }, () => milliseconds(work)));
      if (ms <= longest) continue;
      longest = ms;
      found = { link: `/play/${figure.id}/?${toQuery(figure.settings, values)}`, work };
    }
  }
  return found!;
}

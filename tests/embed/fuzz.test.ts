// Ten thousand query strings, as many sets of attributes, and as many scenarios: none may throw, blank a figure, make a
// number that is none, or give the browser more to draw than it can at once.
import fc from 'fast-check';
import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test, vi } from 'vitest';
import { componentName, figures } from '../../src/components/figures/registry.ts';
import {
  fromQuery,
  type FigureDefinition,
  type Setting,
} from '../../src/components/figures/shared/settings.ts';
import { toCsv, type Table } from '../../src/components/figures/shared/table.ts';
import { parse, type Problem, type Value } from '../../src/sim/index.ts';
import { valuesOf } from '../figures/arbitraries.ts';
import { anyQuery, anyValues, noNumber, seed } from './arbitraries.ts';

vi.setConfig({ testTimeout: 180_000 });

/** Runs in all, for all figures: a third of them query strings, a third sets of attributes, a third scenarios. */
const RUNS = 30_006;
/** One in so many has everything made of it. The rest have what every page says. */
const WHOLE = 20;

/** Elements that a figure has at the most, and letters in one of its paths, whatever its settings are. */
const MOST = { elements: 2_500, path: 20_000 };

type Values = Record<string, Value>;
type Scene = Record<string, unknown>;
type Part = Record<string, (...given: unknown[]) => unknown>;

const parts = import.meta.glob<Part>(
  '../../src/components/figures/*/{scene,layout,result,describe,tables,picture}.ts',
  { eager: true },
);
const views = import.meta.glob<Component<Record<string, unknown>>>(
  '../../src/components/figures/*/[A-Z]*.svelte',
  { eager: true, import: 'default' },
);

/** Every output of a figure, by name. */
function* outputs(
  { id }: FigureDefinition,
  values: Values,
  whole: boolean,
): Generator<[name: string, text: unknown]> {
  const folder = `../../src/components/figures/${id}`;
  const part = (name: string) => parts[`${folder}/${name}.ts`] ?? {};
  const sceneOf = part('scene')['sceneOf'] ?? part('layout')['sceneOf']!;
  const scene = sceneOf(values) as Scene;
  const plain = (_: string, value: unknown) => (typeof value === 'number' ? String(value) : value);
  yield ['result', JSON.stringify(part('result')['resultOf']!(scene), plain)];
  for (const t of [0, scene['poster'], scene['duration'], values['t']])
    if (typeof t === 'number') yield ['moment', part('describe')['moment']!(scene, t)];
  if (!whole) return;
  for (const [name, table] of Object.entries(part('tables')))
    yield [name, toCsv(table(scene) as Table)];
  const texts = Object.entries(values).map(([name, value]) => [name, String(value)]);
  const colours = new Proxy({}, { get: () => '#000' });
  yield ['picture', part('picture')['poster']!(new URLSearchParams(texts).toString(), colours)];
  const props = { id: 'it', start: values, home: 'https://home.example' };
  const { body } = render(views[`${folder}/${componentName(id)}.svelte`]!, { props });
  yield ['page', body.replace(/<pre.*?<\/pre>/gs, '')]; // code may well say "undefined"
  expect(body.match(/<[a-z]/g)!.length).toBeLessThan(MOST.elements);
  for (const [, path] of body.matchAll(/ d="([^"]*)"/g))
    expect(path!.length).toBeLessThan(MOST.path);
}

/** Whether a setting takes a value: told here once more, and in another way than by the fields themselves. */
function takes(setting: Setting, given: unknown): boolean {
  const text = typeof given === 'string' ? given.trim() : given;
  if (setting.kind === 'enum') {
    const switches = ['', 'true', 'yes', '1', 'false', 'no', '0', true, false, 1, 0];
    const also = setting.values.join() === 'off,on' ? switches : [];
    return [...setting.values, ...also].includes(text as string);
  }
  const { min, max, integer, none } = setting;
  if (none !== undefined && (text === none || text === null)) return true;
  if (typeof text === 'string' && !/^[+-]?[\d.]+$/.test(text)) return false;
  const number = typeof text === 'string' ? Number(text) : text;
  return (
    typeof number === 'number' && number >= min && number <= max && (!integer || number % 1 === 0)
  );
}

let run = 0;

function check(
  figure: FigureDefinition,
  given: Readonly<Record<string, unknown>>,
  { values, problems }: { values: Values; problems: Problem[] },
): void {
  for (const [name, setting] of Object.entries(figure.settings)) {
    const there = Object.hasOwn(given, name) && given[name] !== undefined;
    const problem = problems.find(({ field }) => field === name);
    expect(problem !== undefined, name).toBe(there && !takes(setting, given[name]));
    if (problem) expect(problem.message).toContain(`${name}: “${problem.given}” is `);
    if (problem || !there) expect(values[name]).toBe(setting.default);
  }
  for (const [name, text] of outputs(figure, values, run++ % WHOLE === 0)) {
    if (typeof text !== 'string' || text.length < 10) throw new Error(`${name} is blank`);
    expect(noNumber.exec(text)?.[0], name).toBeUndefined();
  }
}

describe.each(figures.map((figure) => [figure.id, figure] as const))('%s', (_, figure) => {
  const numRuns = RUNS / 3 / figures.length;
  const holds = <T>(given: fc.Arbitrary<T>, law: (given: T) => void) =>
    fc.assert(fc.property(given, law), { numRuns, seed });

  test(`${numRuns} query strings`, () =>
    holds(anyQuery(figure), (query) => {
      const given = Object.fromEntries(new URLSearchParams(query));
      check(figure, given, fromQuery<Values>(figure.settings, query));
    }));

  test(`${numRuns} scenarios, each with a value of its own for every setting`, () =>
    holds(valuesOf(figure.settings), (values) => check(figure, values, { values, problems: [] })));

  test(`${numRuns} sets of attributes and properties`, () =>
    holds(anyValues(figure), (given) =>
      check(figure, given, parse<Values>(figure.settings, given)),
    ));
});

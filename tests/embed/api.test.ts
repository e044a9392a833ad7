import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { figures } from '../../src/components/figures/registry.ts';
import { events, methods, properties, staticProperties } from '../../src/embed/api.ts';
import { explain, givenType, valueType } from '../../src/embed/settingType.ts';
import { cssProperties, parts } from '../../src/embed/styling.ts';

const styled = globSync([
  'src/components/{figures,kit}/**/*.{svelte,css}',
  'src/styles/palette.css',
])
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const found = (pattern: RegExp) =>
  [...new Set([...styled.matchAll(pattern)].flatMap(([, names]) => names!.split(' ')))].sort();
const namesOf = (things: readonly { name: string }[]) => things.map(({ name }) => name);

test('the custom properties are those that the styles read', () =>
  expect(namesOf(cssProperties).sort()).toEqual(found(/var\((--ff-[\w-]+)/g)));

test('the parts are those of the markup', () =>
  expect(namesOf(parts).sort()).toEqual(found(/\bpart="([^"]+)"/g)));

test('each is described, in sentences', () => {
  const all = [
    ...properties,
    ...staticProperties,
    ...methods,
    ...events,
    ...cssProperties,
    ...parts,
  ];
  const within = [...methods.flatMap((m) => m.parameters), ...events.flatMap((e) => e.detail)];
  for (const { name, description } of [...all, ...within])
    expect(description, name).toMatch(/^[A-Z`].*[.]$/);
});

test('nothing of an element is called like a setting', () => {
  for (const { id, settings } of figures)
    for (const name of namesOf([...properties, ...methods]))
      expect(Object.keys(settings), id).not.toContain(name);
});

describe('the type of a setting', () => {
  const about = { label: '', group: 'view', description: 'How many.' } as const;
  const number = {
    kind: 'number',
    default: 1,
    min: 0,
    max: 9,
    unit: 'ms',
    stops: [],
    ...about,
  } as const;
  const cases = [
    {
      name: 'a number',
      given: number,
      expect: ['number', 'number | string', 'How many. Allowed: 0–9 ms.'],
    },
    {
      name: 'a number, or none',
      given: { ...number, default: null, none: 'all' },
      expect: ['number | null', 'number | null | string', 'How many. Allowed: 0–9 ms or “all”.'],
    },
    {
      name: 'a choice',
      given: { kind: 'enum', default: 'a', values: ['a', 'b'], names: {}, ...about } as const,
      expect: [`'a' | 'b'`, `'a' | 'b'`, 'How many. Allowed: a or b.'],
    },
  ];
  it.each(cases)('$name', ({ given, expect: [value, set, words] }) => {
    expect(valueType(given)).toBe(value);
    expect(givenType(given)).toBe(set);
    expect(explain(given)).toBe(words);
  });
});

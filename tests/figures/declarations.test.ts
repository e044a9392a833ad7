import fc from 'fast-check';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { figures } from '../../src/components/figures/registry.ts';
import { fromQuery, toQuery } from '../../src/components/figures/shared/settings.ts';
import type { Value } from '../../src/sim/index.ts';
import { valuesOf } from './arbitraries.ts';

// Python's html.unescape reads `&region=` as `®ion=`, and a custom element's own properties must not be shadowed.
const entities = /^(amp|copy|reg|not|para|times|sect|deg|micro|lt|gt|quot|shy|yen|cent|uml|eth)/;
const domNames = /^(title|style|class|id|lang|dir|hidden|slot|part|role|data|width|height|on.*)$/;

describe.each(figures.map((figure) => [figure.id, figure] as const))('%s', (id, figure) => {
  const settings = Object.entries(figure.settings);

  test('has a folder of its name, with an island', () => {
    expect(existsSync(`src/components/figures/${id}/Island.astro`)).toBe(true);
  });

  test.each(settings)('%s: its name is safe in a URL and on an element', (name) => {
    expect(name).toMatch(/^[a-z][a-z0-9]*$/);
    expect(name).not.toMatch(entities);
    expect(name).not.toMatch(domNames);
  });

  test.each(settings)(
    '%s: says what it is, and its own stops and default are allowed',
    (name, setting) => {
      expect(setting.label).not.toBe('');
      expect(setting.description).toMatch(/\.$/);
      const stops = setting.kind === 'enum' ? setting.values : setting.stops;
      for (const stop of [...stops, setting.default])
        expect(
          fromQuery(figure.settings, toQuery(figure.settings, { [name]: stop })).problems,
        ).toEqual([]);
      if (setting.kind === 'number')
        expect(setting.stops).toEqual([...setting.stops].sort((a, b) => a - b));
      else expect(Object.keys(setting.names)).toEqual(expect.arrayContaining([...setting.values]));
    },
  );

  test('every setting survives the way through a URL', () => {
    fc.assert(
      fc.property(valuesOf(figure.settings), (given) => {
        const back = fromQuery(figure.settings, toQuery(figure.settings, given));
        expect(back).toEqual({ values: given, problems: [] });
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test('no query string makes it throw, and what it makes of one is always allowed', () => {
    const name = fc.constantFrom(...Object.keys(figure.settings));
    const word = fc.oneof(
      fc.string(),
      fc.double().map(String),
      fc.constantFrom('', ' ', '0x10', '1e9', '-0', 'NaN'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, word)), (pairs) => {
        const { values } = fromQuery<Record<string, Value>>(
          figure.settings,
          new URLSearchParams(pairs).toString(),
        );
        const again = fromQuery(figure.settings, toQuery(figure.settings, values));
        expect(again).toEqual({ values, problems: [] });
      }),
      { numRuns: 1000, seed: 1 },
    );
  });

  test.each(figure.presets.map((preset) => [preset.id, preset] as const))(
    'preset %s is made of settings it has, each different from its default',
    (_, preset) => {
      const query = new URLSearchParams(preset.settings).toString();
      const { values, problems } = fromQuery<Record<string, Value>>(figure.settings, query);
      expect(problems).toEqual([]);
      expect(new URLSearchParams(toQuery(figure.settings, values)).size).toBe(
        Object.keys(preset.settings).length,
      );
    },
  );

  test('names the main knobs among its settings', () => {
    expect(Object.keys(figure.settings)).toEqual(expect.arrayContaining([...figure.main]));
  });
});

test('no two figures share an id', () => {
  const ids = figures.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

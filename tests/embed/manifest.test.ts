import Ajv from 'ajv';
import type { CustomElementDeclaration } from 'custom-elements-manifest';
import schema from 'custom-elements-manifest/schema.json' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { figures } from '../../src/components/figures/registry.ts';
import { tagOf } from '../../src/embed/addresses.ts';
import { customElementsManifest } from '../../src/embed/manifest.ts';
import { parse } from '../../src/sim/index.ts';

const manifest = customElementsManifest((figure) => `${tagOf(figure)}.js`);

test('it fits the schema', () => {
  const validator = new Ajv();
  void validator.validate(schema, manifest);
  expect(validator.errorsText()).toBe('No errors');
});

test('the schema would not let everything pass', () => {
  const broken = { ...manifest, modules: [{ kind: 'module' }] };
  expect(new Ajv().validate(schema, broken)).toBe(false);
});

test('one module for each figure, which defines its element', () =>
  expect(
    manifest.modules.map(({ path, exports = [] }) => [path, ...exports.map(({ name }) => name)]),
  ).toEqual(figures.map(({ id }) => [`${tagOf(id)}.js`, tagOf(id)])));

describe.each(figures.map((figure, i) => ({ ...figure, module: manifest.modules[i]! })))(
  '$id',
  ({ settings, module }) => {
    const element = module.declarations![0] as CustomElementDeclaration;
    const { attributes = [], members = [] } = element;

    test('its attributes are the settings and the theme', () =>
      expect(attributes.map(({ name }) => name)).toEqual([...Object.keys(settings), 'theme']));

    test('each attribute is a property too', () =>
      expect(members.map(({ name }) => name)).toEqual(
        expect.arrayContaining(attributes.map(({ fieldName }) => fieldName)),
      ));

    test('the defaults are values that may be given', () => {
      const given = Object.fromEntries(attributes.map((a) => [a.name, a.default]));
      expect(parse(settings, given)).toEqual({ values: parse(settings, {}).values, problems: [] });
    });

    test('no name stands twice', () => {
      for (const list of [attributes, members, element.events!, element.cssProperties!])
        expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
    });

    test('types name what the package exports', () =>
      expect(JSON.stringify(element)).not.toMatch(/[^\w](Values|Result)\b/));
  },
);

import { componentName, figures } from '../../components/figures/registry.ts';
import type { FigureDefinition, Setting } from '../../components/figures/shared/settings.ts';
import { tagOf } from '../addresses.ts';
import { theme } from '../api.ts';
import { classOf } from '../names.ts';
import { explain, givenType, valueType } from '../settingType.ts';
import { common } from './common.ts';
import { interfaceOf, member } from './declare.ts';

/**
 * Declarations of the elements, for any framework and none: what a figure's settings are called and may be, the
 * elements themselves, their events, and which tag is which.
 */
export function elementTypes(): string {
  return [
    `import type { Problem } from '../sim/index.js';`,
    ...figures.map(
      ({ id }) =>
        `import type { resultOf as resultOf${componentName(id)} } from '../components/figures/${id}/result.js';`,
    ),
    `export type { Problem };\n`,
    common(),
    ...figures.map(typesOf),
    tags(),
  ].join('\n');
}

type Named = readonly [name: string, setting: Setting];

/** `TokenFlowValues`, `…Settings`, `…Result`, `…Events` and `FfTokenFlowElement`. */
function typesOf({ id, title, summary, settings }: FigureDefinition): string {
  const name = componentName(id);
  const own: readonly Named[] = Object.entries(settings);
  const all: readonly Named[] = [...own, ['theme', theme]];
  return [
    interfaceOf(
      `${name}Values`,
      own.map(([key, setting]) => `readonly ${key}: ${valueType(setting)};`),
      `${title}: every setting and its value.`,
    ),
    interfaceOf(
      `${name}Settings`,
      all.map(([key, setting]) =>
        member(`${key}?: ${givenType(setting)} | undefined;`, explain(setting)),
      ),
      `${title}: what one may set, as an attribute, a property or a prop.`,
    ),
    `export type ${name}Result = ReturnType<typeof resultOf${name}>;`,
    `export type ${name}Events = FigureEvents<${name}Values, ${name}Result>;\n`,
    interfaceOf(
      `${classOf(id)} extends FigureElement<${name}Values, ${name}Result>`,
      all.flatMap(([key, setting]) => [
        member(`get ${key}(): ${valueType(setting)};`, explain(setting)),
        `set ${key}(value: ${givenType(setting)});`,
      ]),
      `<${tagOf(id)}>: ${summary}`,
    ),
  ].join('\n');
}

const tags = () => {
  const tag = (write: (name: string, id: string) => string) =>
    figures.map(({ id }) => `'${tagOf(id)}': ${write(componentName(id), id)};`);
  return [
    interfaceOf(
      'Figures',
      tag(
        (name, id) =>
          `{ element: ${classOf(id)}; settings: ${name}Settings; events: ${name}Events }`,
      ),
      'Every element by its tag.',
    ),
    `declare global {\n  interface HTMLElementTagNameMap {\n    ${tag((_, id) => classOf(id)).join('\n    ')}\n  }\n}\n`,
  ].join('\n');
};

import type {
  Attribute,
  ClassField,
  ClassMethod,
  CustomElementDeclaration,
  CustomElementField,
  JavaScriptModule,
  Package,
} from 'custom-elements-manifest';
import { figures } from '../components/figures/registry.ts';
import type { FigureDefinition, Setting } from '../components/figures/shared/settings.ts';
import { toText } from '../sim/index.ts';
import { tagOf } from './addresses.ts';
import { events, methods, properties, staticProperties, theme, type Typed } from './api.ts';
import { classOf, ownType } from './names.ts';
import { explain, valueType } from './settingType.ts';
import { cssProperties, parts } from './styling.ts';

/**
 * All elements as a Custom Elements Manifest (schema 1.0.0), which editors and documentation viewers read.
 *
 * @param pathOf where a figure's module is, from the file's readers' point of view
 * @see https://github.com/webcomponents/custom-elements-manifest
 */
export function customElementsManifest(pathOf: (figure: string) => string): Package {
  return {
    schemaVersion: '1.0.0',
    modules: figures.map((figure) => moduleOf(figure, pathOf(figure.id))),
  };
}

function moduleOf(figure: FigureDefinition, path: string): JavaScriptModule {
  const declaration = declare(figure);
  return {
    kind: 'javascript-module',
    path,
    summary: figure.title,
    declarations: [declaration],
    exports: [
      {
        kind: 'custom-element-definition',
        name: tagOf(figure.id),
        declaration: { name: declaration.name, module: path },
      },
    ],
  };
}

function declare(figure: FigureDefinition): CustomElementDeclaration {
  const settings = Object.entries<Setting>({ ...figure.settings, theme });
  const field = ({ type, ...about }: Typed): ClassField => ({
    kind: 'field',
    ...about,
    type: { text: ownType(type, figure.id) },
    readonly: true,
  });
  return {
    kind: 'class',
    customElement: true,
    name: classOf(figure.id),
    tagName: tagOf(figure.id),
    summary: figure.title,
    description: `${figure.summary} What stands inside the element is shown until it is defined.`,
    superclass: { name: 'HTMLElement', package: 'global:' },
    attributes: settings.map(attribute),
    members: [
      ...settings.map(property),
      ...properties.map(field),
      ...staticProperties.map((typed) => ({ ...field(typed), static: true })),
      ...methods.map(({ returns, parameters, ...about }): ClassMethod => ({
        kind: 'method',
        ...about,
        parameters: parameters.map(({ type, ...more }) => ({ ...more, type: { text: type } })),
        return: { type: { text: returns } },
      })),
    ],
    events: events.map(({ name, description, detail }) => ({
      name,
      description,
      type: {
        text: `CustomEvent<{ ${detail.map((d) => `${d.name}: ${ownType(d.type, figure.id)}`).join('; ')} }>`,
      },
    })),
    cssProperties: [...cssProperties],
    cssParts: [...parts],
  };
}

const attribute = ([name, setting]: [string, Setting]): Attribute => ({
  name,
  fieldName: name,
  description: explain(setting),
  type: { text: valueType(setting) },
  default: toText(setting, setting.default),
});

const property = ([name, setting]: [string, Setting]): CustomElementField => ({
  kind: 'field',
  name,
  attribute: name,
  description: explain(setting),
  type: { text: valueType(setting) },
  default: JSON.stringify(setting.default),
});

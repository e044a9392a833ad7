import { events, methods, properties, staticProperties, type Typed } from '../api.ts';
import { interfaceOf, member } from './declare.ts';

/** What all elements share: the data of api.ts as declarations. */
export const common = (): string =>
  [
    interfaceOf(
      'FigureEvents<Values, Result>',
      events.map(({ name, description, detail }) =>
        member(`'${name}': { ${list(detail, '; ')} };`, description),
      ),
      'What a figure tells of, and the detail of each.',
    ),
    helpers,
    interfaceOf(
      'FigureElement<Values, Result> extends HTMLElement',
      [
        ...properties.map(readonly),
        ...methods.map(({ name, parameters, returns, description }) =>
          member(`${name}(${list(parameters, ', ')}): ${returns};`, description),
        ),
        ...listening('addEventListener', 'AddEventListenerOptions'),
        ...listening('removeEventListener', 'EventListenerOptions'),
      ],
      'What all elements have.',
    ),
    interfaceOf(
      'FigureElementClass extends CustomElementConstructor',
      staticProperties.map(readonly),
      'Their classes, as `customElements.get` gives them.',
    ),
  ].join('\n');

const list = (names: readonly Typed[], between: string) =>
  names.map(({ name, type }) => `${name}: ${type}`).join(between);

const readonly = ({ name, type, description }: Typed) =>
  member(`readonly ${name}: ${type};`, description);

const helpers = `/** The same as events of an element. */
export type EventMap<Events> = { [Name in keyof Events]: CustomEvent<Events[Name]> };

/** The same as handlers: \`onff-change\`. */
export type Listeners<Events> = {
  [Name in keyof Events & string as \`on\${Name}\`]?: ((event: EventMap<Events>[Name]) => void) | undefined;
};

/** What there is to know of an element. */
export interface Figure {
  element: HTMLElement;
  settings: object;
  events: object;
}
`;

/** Typed for our events and the browser's, and open for others. */
const listening = (method: string, options: string) => [
  ...['EventMap<FigureEvents<Values, Result>>', 'HTMLElementEventMap'].map(
    (map) =>
      `${method}<K extends keyof ${map}>(type: K, listener: (this: this, event: ${map}[K]) => unknown, options?: boolean | ${options}): void;`,
  ),
  `${method}(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | ${options}): void;`,
];

// What strangers may give a figure: what they mean well, what they get wrong, and what they try.
import fc from 'fast-check';
import type { FigureDefinition, Setting } from '../../src/components/figures/shared/settings.ts';

/** One seed, so that a run can be repeated. Change it now and then to look elsewhere. */
export const seed = 20_261_123;

/** What no text of a figure may have in it, with a little of what comes after. */
export const noNumber = /\b(?:NaN|undefined|Infinity)\b.{0,30}/;

const oddWords = [
  ...[
    '',
    ' ',
    '-',
    '.',
    '+',
    '0',
    '-0',
    '00',
    '1.',
    '.5',
    '+1',
    '-1',
    '1e3',
    '1e-7',
    '1e309',
    '0x10',
    '0b1',
  ],
  ...[
    'NaN',
    'Infinity',
    '-Infinity',
    'null',
    'undefined',
    'true',
    'false',
    'yes',
    'no',
    'on',
    'off',
    '{}',
    '[]',
  ],
  ...[
    '9'.repeat(400),
    '0.' + '0'.repeat(300) + '1',
    '٣',
    '１２',
    '5,5',
    '5 ms',
    '60%',
    '%',
    '%zz',
    '\u0000',
    '\ud800',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '"><script>',
    "';--",
    '${7*7}',
    '{{7*7}}',
    'javascript:alert(1)',
  ],
  ...['constructor', '__proto__', 'toString', 'all', 'poster', 'open', 'token', 'TOKEN', 'auto'],
];

/** Text that is often a value of the setting, and often just beside one. */
function nearly(setting: Setting | undefined): fc.Arbitrary<string> {
  if (!setting) return fc.constantFrom(...oddWords);
  if (setting.kind === 'enum') return fc.constantFrom(...setting.values);
  const { min, max, none } = setting;
  return fc.oneof(
    fc.integer({ min: Math.floor(min) - 1, max: Math.ceil(max) + 1 }).map(String),
    fc.double({ min, max, noNaN: true }).map(String),
    fc.constantFrom(String(min), String(max), ...(none ? [none] : [])),
  );
}

const textFor = (setting: Setting | undefined): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 5, arbitrary: nearly(setting) },
    { weight: 2, arbitrary: fc.constantFrom(...oddWords) },
    { weight: 1, arbitrary: fc.double().map(String) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  );

const oddNames = [
  'theme',
  'preset',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'T',
  'Rate',
  '',
  'rate[]',
];

const pair = ({ settings }: FigureDefinition): fc.Arbitrary<[string, string]> =>
  fc
    .oneof(
      { weight: 8, arbitrary: fc.constantFrom(...Object.keys(settings)) },
      { weight: 1, arbitrary: fc.constantFrom(...oddNames) },
    )
    .chain((name) =>
      fc.tuple(
        fc.constant(name),
        textFor(Object.hasOwn(settings, name) ? settings[name] : undefined),
      ),
    );

/** A query string, well encoded or not, with names that are ours, foreign, and there twice. */
export const anyQuery = (figure: FigureDefinition): fc.Arbitrary<string> =>
  fc
    .tuple(fc.array(pair(figure), { maxLength: 12 }), fc.boolean())
    .map(([pairs, tidy]) =>
      tidy
        ? new URLSearchParams(pairs).toString()
        : pairs
            .map(([name, value]) => `${name}=${value.replace(/[#\s\u0000\ud800]/g, '')}`)
            .join('&'),
    );

/** A value as a page may give it to a property: text, a number, a truth, a thing. */
export const anything = (figure: FigureDefinition): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: pair(figure).map(([, text]) => text) },
    { weight: 2, arbitrary: pair(figure).map(([, text]) => Number(text)) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
  );

/** Values by setting, each of any kind. */
export const anyValues = (figure: FigureDefinition): fc.Arbitrary<Record<string, unknown>> =>
  fc.dictionary(
    fc.constantFrom(...Object.keys(figure.settings), '__proto__', 'constructor'),
    fc.oneof(
      { weight: 6, arbitrary: anything(figure) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<unknown>(
          undefined,
          null,
          Symbol('60'),
          60n,
          () => 60,
          new Date(60),
          Object.create(null),
          { valueOf: () => 60 },
          new Proxy({}, { get: () => 60 }),
        ),
      },
    ),
    { maxKeys: 12 },
  );

const words = (text: string) => fc.constantFrom(...text.split(' '));

/** What a page may send to a frame: anything, much of it marked as ours, some of it what a frame obeys. */
export function anyMessage(figure: FigureDefinition): fc.Arbitrary<unknown> {
  const field = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string());
  const types = words('set command theme hello resize ready event constructor __proto__');
  const marked = fc.record({
    type: fc.oneof({ weight: 4, arbitrary: types }, { weight: 1, arbitrary: field }),
    values: field,
    name: field,
    value: field,
    theme: field,
    hint: fc.boolean(),
  });
  const values = fc.dictionary(fc.constantFrom(...Object.keys(figure.settings)), anything(figure));
  const set = fc.record({ type: fc.constant('set'), values });
  const name = words('play pause seek stop');
  const command = fc.record({ type: fc.constant('command'), name, value: field });
  return fc.oneof(
    { weight: 3, arbitrary: field },
    {
      weight: 5,
      arbitrary: fc
        .oneof(
          { weight: 3, arbitrary: marked },
          { weight: 1, arbitrary: set },
          { weight: 1, arbitrary: command },
        )
        .map((fields) => ({ ns: 'feels-fast', v: 1, ...fields })),
    },
  );
}

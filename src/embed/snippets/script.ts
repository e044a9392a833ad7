import { attribute } from './attribute.ts';
import { js } from './escape.ts';
import type { Script } from './words.ts';

type Attributes = readonly (readonly [name: string, value: string | true])[];

/** A module waits for the page by itself; a classic script is told to. */
const attributesOf = ({ src, module, integrity }: Script): Attributes => [
  module ? ['type', 'module'] : ['async', true],
  ['src', src],
  ...(integrity
    ? ([
        ['integrity', integrity],
        ['crossorigin', 'anonymous'],
      ] as const)
    : []),
];

/** `<script async src="…"></script>` */
export function scriptTag(script: Script): string {
  const attributes = attributesOf(script).map(([name, value]) =>
    value === true ? name : `${name}="${attribute(value)}"`,
  );
  return `<script ${attributes.join(' ')}></script>`;
}

/** `{ async: true, src: '…' }`; some tools want an empty string where an attribute has no value. */
export function scriptObject(script: Script, present: "''" | 'true'): string {
  const members = attributesOf(script).map(
    ([name, value]) => `${name}: ${value === true ? present : js(value)}`,
  );
  return script.integrity
    ? `{\n${members.map((member) => `  ${member},\n`).join('')}}`
    : `{ ${members.join(', ')} }`;
}

/** The same code, all lines but the first moved in. */
export const indent = (code: string, by: number): string =>
  code.replaceAll('\n', `\n${' '.repeat(by)}`);

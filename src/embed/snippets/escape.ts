import { attribute, numeric } from './attribute.ts';

/** Words on one line: a blank line would end the HTML in a Markdown page. */
export const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/** Words between tags or brackets, in the same languages and in Markdown. */
export const text = (words: string): string =>
  attribute(oneLine(words)).replace(/[*_`[\]\\~|$!]/g, numeric);

/** A string of JavaScript, between single quotes. */
export const js = (value: string): string =>
  `'${value
    .replace(/[\\']/g, '\\$&')
    .replace(
      /[\n\r\u2028\u2029<]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )}'`;

/** `<ff-token-flow rate="120"`: an opening tag that is still open. */
export const tagWith = (
  name: string,
  attributes: readonly (readonly [name: string, value: string])[],
): string =>
  `<${[name, ...attributes.map(([name, value]) => `${name}="${attribute(value)}"`)].join(' ')}`;

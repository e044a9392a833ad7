/** A character that no language takes for its own when it is written as a number. */
const numeric = (character: string) => `&#${character.codePointAt(0)!};`;

/** Words on one line: a blank line would end the HTML in a Markdown page. */
export const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

/**
 * A value between double quotes, the same in HTML, MDX, JSX and the templates of Vue and Svelte. All of these read
 * `&amp;` as `&`; Svelte, Hugo and Jinja take braces for code.
 */
export const attribute = (value: string): string =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[{}\n\r\t]/g, numeric);

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

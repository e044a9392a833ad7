/** A character that no language takes for its own when it is written as a number. */
export const numeric = (character: string) => `&#${character.codePointAt(0)!};`;

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

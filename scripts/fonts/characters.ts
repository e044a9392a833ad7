/**
 * What the site's fonts have: printable ASCII, the marks of good typography, and the letters of names from nearby.
 * Anything else is drawn in a font of the reader's system. A page that shows a character our fonts would have had stops
 * the build (scripts/links.ts): add it here, it costs about 100 bytes in each of them.
 */
export const characters =
  Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('') +
  '\u00a0–—‘’“”„…‹›«»•·§©°±×÷−µ½²³€™↑↓\ufffd' +
  'àáâäåæçèéêëíîïñóôöøœúûüßÅÄÉÖØÜ';

/** Code points of the files that we cut: Fontsource's “latin”. */
const latin: readonly (readonly [number, number])[] = [
  [0x20, 0xff],
  [0x131, 0x131],
  [0x152, 0x153],
  [0x2bb, 0x2bc],
  [0x2c6, 0x2c6],
  [0x2da, 0x2da],
  [0x2dc, 0x2dc],
  [0x2000, 0x206f],
  [0x20ac, 0x20ac],
  [0x2122, 0x2122],
  [0x2191, 0x2191],
  [0x2193, 0x2193],
  [0x2212, 0x2212],
  [0x2215, 0x2215],
  [0xfffd, 0xfffd],
];

/** The characters of a text that our fonts have lost by being cut, each once. What is never drawn does not count. */
export function lost(text: string): string[] {
  const kept = new Set(characters);
  const drawn = [...new Set(text)].filter((character) => !/[\p{Cc}\p{Cf}]/u.test(character));
  return drawn.filter((character) => {
    const point = character.codePointAt(0)!;
    return !kept.has(character) && latin.some(([from, to]) => from <= point && point <= to);
  });
}

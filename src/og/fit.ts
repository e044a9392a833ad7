import type { Measure } from './raster.ts';

/** Words in as few lines as `width` allows; `width` in font sizes. */
function fill(words: readonly string[], measure: Measure, width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * A text in lines of about equal length, at the largest of `sizes` (descending) at which it takes at most `most` lines
 * of `width` px.
 * @throws Error when it is too long for the smallest
 */
export function fit(
  text: string,
  measure: Measure,
  width: number,
  sizes: readonly number[],
  most: number,
): { size: number; lines: string[] } {
  const words = text.split(' ');
  for (const size of sizes) {
    const widest = width / size;
    let lines = fill(words, measure, widest);
    if (lines.length > most || lines.some((line) => measure(line) > widest)) continue;
    // Narrower for as long as it takes no more lines: then none of them is left nearly empty.
    for (let narrow = widest - 0.5; narrow > 0; narrow -= 0.5) {
      const tighter = fill(words, measure, narrow);
      if (tighter.length > lines.length || tighter.some((line) => measure(line) > narrow)) break;
      lines = tighter;
    }
    return { size, lines };
  }
  throw new Error(
    `“${text}” does not fit the picture that links to its page show: more than ${most} lines. Shorten it.`,
  );
}

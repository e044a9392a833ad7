/** 238 words a minute, silent reading of English non-fiction: Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_PER_MINUTE = 238;

/** Whole minutes to read an MDX text, at least 1. Tags, links' targets and code count for nothing. */
export function readingMinutes(mdx: string): number {
  const text = mdx.replaceAll(/```[^]*?```|<[^>]*>|\]\([^)]*\)/g, ' ');
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}’'.,-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE));
}

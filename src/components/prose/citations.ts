import { mentionedIds, mentionsOf, nthMention } from './mentions.ts';

/**
 * The ids a text cites, in order of first use: the number of a source is its place in this list.
 * @throws Error that names file, line and the nearest id, when a cited source is not in `known`
 */
export const citedIds = (text: string, known: ReadonlySet<string>, file: string): string[] =>
  mentionedIds({ tag: 'Cite', what: 'source' }, text, known, file);

/** How often each id is cited. */
export function countCitations(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { 1: id = '' } of mentionsOf('Cite', text)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Where the k-th mention of a source stands, k from 1: what a footnote links back to. */
export const mentionId = (id: string, k: number): string => nthMention(`cite-${id}`, k);
export const footnoteId = (id: string): string => `source-${id}`;

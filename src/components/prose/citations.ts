import { didYouMean, lineAt } from '../../text.ts';

const citation = /<Cite\s+id="([^"]*)"/g;

/**
 * The ids a text cites, in order of first use: the number of a source is its place in this list. Read from the text
 * and not counted while rendering, because components of one page are not rendered in the order they are read.
 * @throws Error that names file, line and the nearest id, when a cited source is not in `known`
 */
export function citedIds(text: string, known: ReadonlySet<string>, file: string): string[] {
  const ids = new Set<string>();
  for (const { 1: id = '', index } of text.matchAll(citation)) {
    if (!known.has(id)) {
      const hint = didYouMean(id, known);
      throw new Error(`${file}:${lineAt(text, index)}: <Cite id="${id}">: no such source.${hint}`);
    }
    ids.add(id);
  }
  return [...ids];
}

/** How often each id is cited. */
export function countCitations(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { 1: id = '' } of text.matchAll(citation)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Where the k-th mention of a source stands, k from 1: what a footnote links back to. */
export const mentionId = (id: string, k: number): string =>
  k === 1 ? `cite-${id}` : `cite-${id}-${k}`;
export const footnoteId = (id: string): string => `source-${id}`;

/**
 * Gives every mention in a rendered page an anchor of its own. A component cannot know how often it came before;
 * the finished page can be read from the top.
 */
export function numberMentions(html: string): string {
  const seen = new Map<string, number>();
  return html.replaceAll(/\bid="cite-([^"]+)"/g, (_, id: string) => {
    const k = (seen.get(id) ?? 0) + 1;
    seen.set(id, k);
    return `id="${mentionId(id, k)}"`;
  });
}

import { didYouMean, lineAt } from '../../text.ts';

/** What an MDX text names by its id in a tag: `<Cite id="…"`, `<Term id="…"`. */
export interface Mentioned {
  tag: string;
  /** What such an id belongs to, for the message: "source". */
  what: string;
}

/** Every mention in a text, its id as the first group. */
export const mentionsOf = (tag: string, text: string) =>
  text.matchAll(new RegExp(`<${tag}\\s+id="([^"]*)"`, 'g'));

/**
 * The ids a text names, in order of first use. Read from the text and not gathered while rendering, because components
 * of one page are not rendered in the order they are read.
 * @throws Error that names file, line and the nearest id, when an id is not in `known`
 */
export function mentionedIds(
  { tag, what }: Mentioned,
  text: string,
  known: ReadonlySet<string>,
  file: string,
): string[] {
  const ids = new Set<string>();
  for (const { 1: id = '', index } of mentionsOf(tag, text)) {
    if (!known.has(id)) {
      const hint = didYouMean(id, known);
      throw new Error(
        `${file}:${lineAt(text, index)}: <${tag} id="${id}">: no such ${what}.${hint}`,
      );
    }
    ids.add(id);
  }
  return [...ids];
}

/**
 * Gives every mention in a rendered page an anchor of its own, and every definition that shows beside a word the link to
 * that word. A component cannot know how often it came before; the finished page can be read from the top.
 */
export function numberMentions(html: string): string {
  const seen = new Map<string, number>();
  return html.replaceAll(
    /(?<=\s)(id|aria-describedby)="((?:cite|term|definition)-[^"]+)"/g,
    (attribute, name: string, id: string) => {
      const k = (seen.get(attribute) ?? 0) + 1;
      seen.set(attribute, k);
      return `${name}="${nthMention(id, k)}"`;
    },
  );
}

/** The anchor of the k-th mention, k from 1. */
export const nthMention = (id: string, k: number): string => (k === 1 ? id : `${id}-${k}`);

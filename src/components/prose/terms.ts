import { didYouMean } from '../../text.ts';
import { mentionedIds } from './mentions.ts';

/**
 * The ids of the glossary that a text marks, each once.
 * @throws Error that names file, line and the nearest id, when a term is not in `known`
 */
export const termIds = (text: string, known: ReadonlySet<string>, file: string): string[] =>
  mentionedIds({ tag: 'Term', what: 'term' }, text, known, file);

/** Where in a page a term is first marked: what the glossary links back to. */
export const termAnchor = (id: string): string => `term-${id}`;

interface References {
  id: string;
  see: readonly string[];
  sources: readonly string[];
}

/** @throws Error that names the first entry whose related terms or sources are not there, and the nearest id */
export function checkReferences(
  entries: readonly References[],
  sources: ReadonlySet<string>,
  file: string,
): void {
  const terms = new Set(entries.map(({ id }) => id));
  const check = (entry: string, field: string, ids: readonly string[], known: typeof sources) => {
    for (const id of ids)
      if (!known.has(id))
        throw new Error(`${file}: ${entry}: ${field}: no “${id}”.${didYouMean(id, known)}`);
  };
  for (const { id, see, sources: cited } of entries) {
    check(id, 'see', see, terms);
    check(id, 'sources', cited, sources);
  }
}

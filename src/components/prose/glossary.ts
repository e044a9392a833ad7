import { readFileSync } from 'node:fs';
import { getCollection, type CollectionEntry } from 'astro:content';
import { documents, type Document } from './documents.ts';
import { checkReferences, termIds } from './terms.ts';

type Data = CollectionEntry<'glossary'>['data'];

/** A term of the field, and the pages that mark it with `<Term id="…">`. */
export interface Entry extends Data {
  usedIn: Document[];
}

async function load(): Promise<ReadonlyMap<string, Entry>> {
  const entries = (await getCollection('glossary')).map(({ data }) => data);
  const sources = new Set((await getCollection('sources')).map(({ data }) => data.id));
  checkReferences(entries, sources, 'src/content/glossary.yaml');
  const known = new Set(entries.map(({ id }) => id));
  const uses = (await documents()).map((document) => {
    // The whole file, front matter too, so that an error names the line an editor shows.
    const file = document.entry.filePath ?? '';
    return { document, ids: termIds(readFileSync(file, 'utf8'), known, file) };
  });
  const entry = (data: Data): Entry => ({
    ...data,
    usedIn: uses.filter(({ ids }) => ids.includes(data.id)).map(({ document }) => document),
  });
  return new Map(
    entries
      .sort((a, b) => a.term.localeCompare(b.term, 'en'))
      .map((data) => [data.id, entry(data)]),
  );
}

let loaded: Promise<ReadonlyMap<string, Entry>> | undefined;

/** The glossary by id, in alphabetical order. A build reads it once; while somebody writes, every request does. */
export function glossary(): Promise<ReadonlyMap<string, Entry>> {
  return import.meta.env.DEV ? load() : (loaded ??= load());
}

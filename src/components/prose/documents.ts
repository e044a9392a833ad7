import { readFileSync } from 'node:fs';
import { getCollection, type CollectionEntry } from 'astro:content';
import { citedIds, countCitations } from './citations.ts';

export type Source = CollectionEntry<'sources'>['data'];

/** A page of prose: an article, or a page such as the method. */
export interface Document {
  entry: CollectionEntry<'articles'> | CollectionEntry<'pages'>;
  path: string;
  /** What it cites, in order of first use. */
  cited: Source[];
  mentions: ReadonlyMap<string, number>;
}

async function load(): Promise<Document[]> {
  const sources = new Map((await getCollection('sources')).map(({ data }) => [data.id, data]));
  const known = new Set(sources.keys());
  const document = (entry: Document['entry'], path: string): Document => {
    // The whole file, front matter too, so that an error names the line an editor shows.
    const file = entry.filePath ?? '';
    const text = readFileSync(file, 'utf8');
    const cited = citedIds(text, known, file).map((id) => sources.get(id)!);
    return { entry, path, cited, mentions: countCitations(text) };
  };
  const articles = (await getCollection('articles')).sort((a, b) => a.data.order - b.data.order);
  return [
    ...articles.map((entry) => document(entry, `/articles/${entry.id}/`)),
    ...(await getCollection('pages')).map((entry) => document(entry, `/${entry.id}/`)),
  ];
}

let loaded: Promise<Document[]> | undefined;

/** Every page of prose. A build reads them once; while somebody writes, every request does. */
export function documents(): Promise<Document[]> {
  return import.meta.env.DEV ? load() : (loaded ??= load());
}

/** @throws Error when there is no page of prose at `path` */
export async function documentAt(path: string): Promise<Document> {
  const found = (await documents()).find((document) => document.path === path);
  if (!found)
    throw new Error(
      `${path} is not an article or a page from src/content/, so it can cite nothing.`,
    );
  return found;
}

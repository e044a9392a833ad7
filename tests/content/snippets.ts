import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

const folder = new URL('../../src/content/snippets/', import.meta.url);

/** Names of the code blocks of the articles; those with this ending, if one is given. */
export const snippetNames = (ending?: string) =>
  readdirSync(folder).filter((name) => ending === undefined || extname(name) === ending);

export const snippet = (name: string) => readFileSync(new URL(name, folder), 'utf8');

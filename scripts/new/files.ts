// Files that are written by a program and read by people.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';

/**
 * Writes a file that is not there yet, as Prettier would have it.
 * @throws Error if it is there
 */
export async function create(file: string, text: string): Promise<void> {
  if (existsSync(file))
    throw new Error(`${relative('.', file)} is there already: take another name, or delete it.`);
  mkdirSync(dirname(file), { recursive: true });
  await write(file, text);
}

/**
 * Puts `line` after the first match of `place` in a file.
 * @throws Error if there is no such place
 */
export async function insert(file: string, place: RegExp, line: string): Promise<void> {
  const text = readFileSync(file, 'utf8');
  if (!place.test(text))
    throw new Error(`${relative('.', file)}: no place for “${line.trim()}”. Add it by hand.`);
  await write(
    file,
    text.replace(place, (found) => found + line),
  );
}

async function write(file: string, text: string): Promise<void> {
  const written = file.endsWith('.mdx')
    ? text // Prettier and MDX: see .prettierignore
    : await format(text, { ...(await resolveConfig(import.meta.filename)), filepath: file });
  writeFileSync(file, written);
}

// Makes the index that /search/ asks: from what the layouts mark with data-pagefind-body, cut at its headings.

import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** What is on a page and is not its text. Tooltips say of themselves that they are not. */
const excludeSelectors = [
  '.eyebrow',
  '.meta',
  '.figure',
  '.footnotes',
  '.cite',
  '.note',
  '.permalink',
  'math',
  'button:not(.set)',
  'fieldset',
];

/** Pagefind's own interfaces, its highlighter and its worker, which we do not use. */
const unused = /ui|highlight|playground|worker/;

/**
 * Indexes the built site in `folder` and writes the index into its folder `pagefind`.
 * @returns how many pages it holds
 * @throws Error with what Pagefind complains of
 */
export async function writeSearchIndex(folder: string): Promise<number> {
  try {
    const { index, errors } = await createIndex({ excludeSelectors });
    if (!index) throw new Error(errors.join('\n'));
    const added = await index.addDirectory({ path: folder });
    const { files, errors: more } = await index.getFiles();
    const wrong = [...errors, ...added.errors, ...more];
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    const target = join(folder, 'pagefind');
    await rm(target, { recursive: true, force: true });
    const wanted = files.filter(({ path }) => !unused.test(path));
    for (const { path, content } of wanted) {
      await mkdir(dirname(join(target, path)), { recursive: true });
      await writeFile(join(target, path), content);
    }
    return wanted.filter(({ path }) => path.startsWith('fragment/')).length;
  } finally {
    await close();
  }
}

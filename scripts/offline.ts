// The worker that keeps pages for reading offline: /sw.js, with the list of what this build consists of.

import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './embeds/bundle.ts';
import { addressOf } from './links.ts';
import type { Release } from '../src/offline/release.ts';

/** What others load, or only machines: none of the worker's business. */
const foreign =
  /^\/(v?\d|embed\/(?!docs\/).|embed\.js|oembed|posters|og|_headers|404|sw\.js|.*\.(xml|txt)$)/;

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

/** The files of the site in `dist`, as the worker may keep them. */
export function releaseIn(dist: string): Release {
  const files: Record<string, string> = {};
  for (const file of globSync('**/*.*', { cwd: dist }).sort()) {
    const address = addressOf(file.replaceAll('\\', '/'));
    if (!foreign.test(address)) files[address] = sha256(readFileSync(join(dist, file)));
  }
  return { version: sha256(JSON.stringify(files)).slice(0, 12), files };
}

/** Writes dist/sw.js. With `on` false it is one that removes what former ones left, and itself. */
export async function writeWorker(dist: string, on: boolean): Promise<number> {
  const release = releaseIn(dist);
  const entry = on
    ? `import { serve } from '/src/offline/worker.ts'; serve(${JSON.stringify(release)});`
    : `import { retire } from '/src/offline/worker.ts'; retire();`;
  writeFileSync(join(dist, 'sw.js'), (await bundle(entry, 'iife')).code);
  return Object.keys(release.files).length;
}

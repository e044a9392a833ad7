// The site's fonts: those of @fontsource-variable, cut to the characters, weights and features that the site shows.

import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import subsetFont from 'subset-font';
import { characters } from './characters.ts';

/** One weight, or the weights from one to another: what the styles use. */
export type Weights = number | { min: number; max: number };

/** What shapes text by itself, and the figures that stand in columns. Small capitals, old figures and the like are left out. */
const keepFeatures = [
  'calt',
  'ccmp',
  'kern',
  'liga',
  'lnum',
  'locl',
  'mark',
  'mkmk',
  'rvrn',
  'tnum',
];

const folder = 'node_modules/.cache/feels-fast-fonts';

/** Cuts a font, once, and says where it is: a path from the repository's root, named after what is in it. */
export async function subset(family: string, style: string, wght: Weights): Promise<string> {
  const source = readFileSync(
    `node_modules/@fontsource-variable/${family}/files/${family}-latin-wght-${style}.woff2`,
  );
  const options = { targetFormat: 'woff2', variationAxes: { wght }, keepFeatures } as const;
  const recipe = JSON.stringify([characters, options]);
  const hash = createHash('sha256').update(source).update(recipe).digest('hex').slice(0, 12);
  const file = `./${folder}/${family}-${style}-${hash}.woff2`;
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, await subsetFont(source, characters, options));
  // In one step: another process may be reading it.
  renameSync(draft, file);
  return file;
}

// What strangers' pages load from us.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { figures } from '../../src/components/figures/registry.ts';
import { elementPath, loaderPath } from '../../src/embed/addresses.ts';
import { rolling } from '../../src/embed/release.ts';
import { bundleChild } from '../embeds.ts';
import { gzip } from './compressed.ts';
import { row, type Row } from './rows.ts';

export async function embedRows(dist: string): Promise<Row[]> {
  const gzipped = (code: string | Buffer) => gzip(code).length / 1000;
  const built = (path: string) => gzipped(readFileSync(join(dist, path)));
  return [
    ...figures.map(({ id }) => row('element', `ff-${id}`, built(elementPath(id, rolling)))),
    row('loader', loaderPath(), built(loaderPath())),
    row('child', 'each frame', gzipped(await bundleChild())),
  ];
}

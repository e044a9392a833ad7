// The snippets to paste.

import { readFileSync } from 'node:fs';
import { manifestPath } from '../../src/embed/addresses.ts';
import { embedHeight } from '../../src/embed/heights.ts';
import { version } from '../../src/embed/release.ts';
import { snippetsFor, type Part } from '../../src/embed/snippets.ts';
import { figure, placed, type FigurePage, type Placed } from './figures.ts';

type Manifest = { files: Record<string, { integrity: string }> };

/**
 * What the configurator gives for a platform and a page. Elements are pinned, so their module comes with its hash;
 * frames come from the address that rolls on.
 */
export function partsFor(platform: string, page: FigurePage, origin: string): readonly Part[] {
  const { files } = JSON.parse(readFileSync(`dist${manifestPath(version)}`, 'utf8')) as Manifest;
  const { preset }: Placed = placed[page];
  const snippets = snippetsFor({
    origin,
    figure,
    ...placed[page],
    theme: 'auto',
    height: embedHeight(figure.id, preset),
    pinned: platform.endsWith('-element'),
    integrity: files[`ff-${figure.id}.js`]!.integrity,
    loaderIntegrity: files['embed.js']!.integrity,
  });
  return snippets.find((snippet) => snippet.platform === platform)!.parts;
}

// What is measured, part by part.

import { figures } from '../../src/components/figures/registry.ts';
import { bytesRows } from './bytes.ts';
import { embedRows } from './embedRows.ts';
import { heapRows, inputRows, playingRows, restingRows } from './figureRows.ts';
import { lighthouseRows } from './lighthouse.ts';
import { auditedPages } from './pages.ts';
import type { Row } from './rows.ts';
import type { Site } from './site.ts';

export interface Options {
  /** The folder of the built site. */
  dist: string;
  /** Whether ten minutes are to be ten minutes of the wall's. */
  long: boolean;
}

interface Part {
  /** What it looks at: pages, figures. */
  of: (dist: string) => readonly string[];
  measure: (site: Site, of: string, options: Options) => Promise<Row[]>;
}

const all = figures.map(({ id }) => id);
const moving = figures.filter(({ settings }) => 't' in settings).map(({ id }) => id);

export const parts: Readonly<Record<string, Part>> = {
  lighthouse: { of: auditedPages, measure: lighthouseRows },
  bytes: { of: auditedPages, measure: bytesRows },
  embeds: { of: () => ['elements and loader'], measure: (_site, _of, { dist }) => embedRows(dist) },
  playing: { of: () => moving, measure: playingRows },
  resting: { of: () => all, measure: restingRows },
  input: { of: () => all, measure: inputRows },
  heap: { of: () => moving, measure: heapRows },
};

// What is measured, part by part.

import { bytesRows } from './bytes.ts';
import { lighthouseRows } from './lighthouse.ts';
import { auditedPages } from './pages.ts';
import type { Row } from './rows.ts';
import type { Site } from './site.ts';

/** One page or figure that a part looks at. */
interface Step {
  of: string;
  rows: () => Promise<Row[]>;
}

type Part = (site: Site, dist: string) => Step[];

const onPages =
  (measure: (site: Site, path: string) => Promise<Row[]>): Part =>
  (site, dist) =>
    auditedPages(dist).map((path) => ({ of: path, rows: () => measure(site, path) }));

export const parts: Readonly<Record<string, Part>> = {
  lighthouse: onPages(lighthouseRows),
  bytes: onPages(bytesRows),
};

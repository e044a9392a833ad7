// What the embedders' page says in numbers and names, taken from what it is about.

import { gzipSync } from 'node:zlib';
import { framePage } from '../../../embed/framePages.ts';
import { manifest } from '../../../embed/releaseFiles.ts';
import { views } from '../../../embed/views.ts';

export { rolling, version } from '../../../embed/release.ts';

const site = new URL(import.meta.env.SITE);
/** Where this copy of the site stands: "https://feels-fast.example". */
export const { origin, host } = site;

/** The files of this release, by name. */
export const files: Readonly<Record<string, { integrity: string; bytes: number; gzip: number }>> =
  manifest.files;

/** "0.9 kB", "55 kB" */
export const kilobytes = (bytes: number): string =>
  `${(bytes / 1000).toFixed(bytes < 9_950 ? 1 : 0)}\u00a0kB`;

/** The loader, compressed. */
export const loaderSize = kilobytes(files['embed.js']!.gzip);

/** "41–55 kB": the smallest and the largest. */
export function range(sizes: readonly number[]): string {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  return `${(least / 1000).toFixed(0)}–${kilobytes(most)}`;
}

/** Each figure's page for frames, as it comes. */
export const framePages: readonly string[] = views
  .filter(({ preset }) => !preset)
  .map((view) => framePage(view, site));

/** As it is sent, in bytes. */
export const compressed = (text: string): number => gzipSync(text, { level: 9 }).length;

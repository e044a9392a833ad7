// The pages that are audited.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { channels } from '../../src/embed/release.ts';
import { pagesIn } from '../dist.ts';

/** Kinds of pages, and which addresses are of that kind: the first that fits. */
export const kinds = [
  { kind: 'home', is: /^\/$/ },
  { kind: 'article', is: /^\/articles\// },
  { kind: 'play', is: /^\/play\/./ },
  { kind: 'frame', is: /^\/embed\/(?!docs\/)./ },
  { kind: 'embedding', is: /^\/embed\// },
  { kind: 'other', is: /^\// },
] as const;

export type Kind = (typeof kinds)[number]['kind'];

/** Addresses of the built pages, by their kind; those of a release are the same again. */
export function pagesOf(dist: string): ReadonlyMap<Kind, string[]> {
  const addresses = pagesIn(dist).filter(
    (path) => !channels.some((channel) => path.startsWith(`/${channel}/`)),
  );
  return Map.groupBy(addresses, (path) => kinds.find(({ is }) => is.test(path))!.kind);
}

/** One page of each kind that matters: the longest. */
export function auditedPages(dist: string): string[] {
  const all = pagesOf(dist);
  const length = (path: string) => readFileSync(join(dist, path, 'index.html')).length;
  return (['home', 'article', 'play', 'frame'] as const).map(
    (kind) => all.get(kind)!.sort((a, b) => length(b) - length(a))[0]!,
  );
}

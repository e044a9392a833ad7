import { manifest } from '../../embed/releaseFiles.ts';
import type { Hashes } from './configuration.svelte.ts';

/** Read while the site is built; in the page they are there already. */
export const hashes: Hashes = Object.fromEntries(
  Object.entries(manifest.files).map(([name, { integrity }]) => [name, integrity]),
);

import { releaseFiles } from '../../embed/releaseFiles.ts';
import type { Hashes } from './configuration.svelte.ts';

interface Manifest {
  files: Record<string, { integrity: string }>;
}

const { files } = JSON.parse(releaseFiles['manifest.json']!) as Manifest;

/** Read while the site is built; in the page they are there already. */
export const hashes: Hashes = Object.fromEntries(
  Object.entries(files).map(([name, { integrity }]) => [name, integrity]),
);

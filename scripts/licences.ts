// Who wrote what we ship of others, and on which terms: gathered while the site and the package are built.

import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The package that a module belongs to: "/x/node_modules/@a/b/index.js" → "@a/b"; none for a module of ours. */
export const packageOf = (module: string): string | undefined =>
  /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(module)?.[1]?.replace('\\', '/');

/** Adds to `names` every package that has code in what is built for browsers. */
export function notePackages(names: Set<string>): Plugin {
  return {
    name: 'note-packages',
    generateBundle(_, files) {
      if (this.environment.name !== 'client') return;
      for (const file of Object.values(files))
        if (file.type === 'chunk')
          for (const [id, { renderedLength }] of Object.entries(file.modules)) {
            const name = renderedLength > 0 && packageOf(id);
            if (name) names.add(name);
          }
    },
  };
}

/** What has been bundled by this process. */
export const bundled = new Set<string>();

/** What is on the site without being bundled: the fonts, the search, and the lines of Astro that wake islands. */
export function copied(): string[] {
  const { devDependencies } = read(`${root}/package.json`) as {
    devDependencies: Record<string, string>;
  };
  return Object.keys(devDependencies).filter((name) =>
    /^(@fontsource-variable\/.+|pagefind|astro)$/.test(name),
  );
}

interface Manifest {
  version: string;
  license?: string;
  homepage?: string;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/**
 * The licences of installed packages, as a text: name, version, licence, address, and the licence's own words.
 * @throws Error that names a package without a licence
 */
export function licencesOf(names: Iterable<string>): string {
  const parts = [...new Set(names)].sort().map((name) => {
    const folder = folderOf(name);
    const { version, license, homepage } = read(`${folder}/package.json`) as Manifest;
    if (!license)
      throw new Error(`${name} says no licence, and is in what we ship. Ask its authors first.`);
    const [file] = globSync('{LICENSE,LICENCE,license,licence}{,.md,.txt,/LICENSE}', {
      cwd: folder,
      withFileTypes: true,
    }).filter((entry) => entry.isFile());
    const words = file && readFileSync(`${file.parentPath}/${file.name}`, 'utf8').trim();
    return [`${name} ${version}\n${license}`, homepage, words && `\n${words}`]
      .filter(Boolean)
      .join('\n');
  });
  return `${opening}\n${parts.map((part) => `${rule}\n\n${part}\n`).join('\n')}`;
}

const opening = `Feels Fast
Code: MIT. Prose and figures: Creative Commons Attribution 4.0 International.
https://creativecommons.org/licenses/by/4.0/

What follows is by others, and is here in part or as a whole.
`;
const rule = '-'.repeat(80);

const require = createRequire(import.meta.url);

/** Where a package is installed, for us or for a package that we have. */
function folderOf(name: string): string {
  const folders = require.resolve.paths(name) ?? [];
  const found = folders.find((folder) => globSync(`${folder}/${name}/package.json`).length > 0);
  if (!found) throw new Error(`${name} is not installed.`);
  return `${found}/${name}`;
}

/** The names in a text that `licencesOf` has written. */
export const licensed = (text: string): string[] =>
  [...text.matchAll(/^-{80}\n\n(\S+) /gm)].map(([, name]) => name!);

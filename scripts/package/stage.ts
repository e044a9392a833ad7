// Lays out the source of the npm package: of src/, what the given modules reach by their imports.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The path in an import of one of our own files, whether static or dynamic: `from './a.ts'`, `import('./a.ts')`. */
const ownImport = /(\b(?:from|import)\s*\(?\s*)'(\.[^']+)'/g;

/**
 * Copies the modules at `entries` (paths in `source`) and everything they import to the same paths in `target`. They
 * then import each other by the names that they will have when compiled: `./a.js`.
 * @throws Error if a style sheet would reach beyond the figure
 */
export function stage(entries: readonly string[], source: string, target: string): void {
  const done = new Set<string>();
  const copy = (path: string): void => {
    if (done.has(path)) return;
    done.add(path);
    const text = readFileSync(join(source, path), 'utf8');
    if (path.endsWith('.css')) return write(target, path, withinFigure(path, text));

    const folder = join(source, dirname(path));
    const linked = text.replace(ownImport, (_, before: string, to: string) => {
      const [file = '', query] = to.split('?');
      const found = relative(source, join(folder, file)).replaceAll('\\', '/');
      if (query === 'raw') {
        const contents = readFileSync(join(source, found), 'utf8');
        write(target, `${found}.raw.ts`, `export default ${JSON.stringify(contents)};\n`);
        return `${before}'${file}.raw.js'`;
      }
      copy(found);
      return `${before}'${file.replace(/\.ts$/, '.js')}'`;
    });
    write(target, path, linked);
  };
  entries.forEach(copy);
}

export function write(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/**
 * A style sheet for somebody else's page. The palette, which on the site is the page's as well, stays with the figure.
 * The condition is true in every browser that can draw it; without it Vite 8 turns `light-dark()` into variables that
 * are only set where a page has its `color-scheme` in a style sheet of its own.
 */
function withinFigure(path: string, css: string): string {
  const own = css.replace(/^:root,\n:host,\n(?=\.ff \{)/m, '');
  const beyond = /^(:root|:host|html|body)\b.*/m.exec(own);
  if (beyond) throw new Error(`${path}: “${beyond[0]}” would style the page around the figure.`);
  return own.includes('light-dark(')
    ? `@supports (color: light-dark(#fff, #000)) {\n${own}}\n`
    : own;
}

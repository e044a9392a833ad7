// What a built page makes a browser load, found by reading it: no browser needed. tests/e2e/pages.spec.ts holds it
// against what a browser asks for.

import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Parser } from 'htmlparser2';

/** Files by their address on the site: "/_astro/client.js". */
export interface Loads {
  /** The page itself. */
  html: string;
  styles: Set<string>;
  /** Every font that its styles name; a browser takes those that it meets in the text. */
  fonts: Set<string>;
  /** Scripts that come whatever the reader does. */
  scripts: Set<string>;
  /** What each figure adds that wakes on coming into sight, in the order of the page. */
  islands: Set<string>[];
  /** CSS and JavaScript within the page. */
  inline: { style: string; script: string };
}

/**
 * @param dist the folder of the built site
 * @param page address of a page: "/play/"
 */
export function loadsOf(dist: string, page: string): Loads {
  const read = (address: string) => readFileSync(join(dist, address), 'utf8');
  const modules = (entries: readonly string[]) => withImports(entries, dist);
  const html = page.endsWith('/') ? `${page}index.html` : page;
  const found = elementsOf(read(html));

  const styles = new Set(found.styles);
  const css = [found.inline.style, ...found.styles.map(read)].join('\n');
  const fonts = new Set(
    [...css.matchAll(/url\(["']?(\/[^"')]+\.woff2)/g)].map(([, file]) => file!),
  );
  const scripts = modules([...found.scripts, ...importsOf(found.inline.script, '/')]);
  return {
    html,
    styles,
    fonts,
    scripts,
    islands: found.islands.map(modules),
    inline: found.inline,
  };
}

function elementsOf(html: string) {
  const inline = { style: '', script: '' };
  const [styles, scripts]: [string[], string[]] = [[], []];
  const islands: string[][] = [];
  let within: 'style' | 'script' | undefined;
  const parser = new Parser({
    onopentag(tag, { rel, href, src, type = 'module', ...rest }) {
      if (tag === 'link' && href && rel === 'stylesheet') styles.push(href);
      if (tag === 'link' && href && rel === 'modulepreload') scripts.push(href);
      if (tag === 'astro-island') {
        const entries = [rest['component-url']!, rest['renderer-url']!];
        if (rest['client'] === 'visible') islands.push(entries);
        else scripts.push(...entries);
      }
      const runs = tag === 'script' && /module|javascript/.test(type);
      if (runs && src) scripts.push(src);
      else if (runs || tag === 'style') within = runs ? 'script' : 'style';
    },
    ontext: (text) => within && (inline[within] += text),
    onclosetag: () => (within = undefined),
  });
  parser.end(html);
  return { styles, scripts, islands, inline };
}

/** The modules and all that they import statically. */
function withImports(entries: readonly string[], dist: string): Set<string> {
  const all = new Set<string>();
  const add = (file: string) => {
    if (all.has(file)) return;
    all.add(file);
    importsOf(readFileSync(join(dist, file), 'utf8'), file)
      .filter((each) => existsSync(join(dist, each)))
      .forEach(add);
  };
  entries.forEach(add);
  return all;
}

/** Static imports of a bundled module, which stand at its head: `import{a as b}from"./c.js";import"./d.js"`. */
function importsOf(code: string, from: string): string[] {
  const imports = code.matchAll(/\bimport\s*(?:[\w$*{},\s]+?from\s*)?["']([./][^"']*\.js)["']/g);
  return [...imports].map(([, to]) => posix.resolve(posix.dirname(from), to!));
}

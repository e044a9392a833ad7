// What the build adds to the pages, and does with them when they are finished. astro.config.mjs has them in this order.

import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPolicy } from './contentPolicy.ts';
import { bundled, copied, licencesOf } from './licences.ts';
import { addressOf, faultsIn, report } from './links.ts';
import { oneSheet } from './oneSheet.ts';
import { writeWorker } from './offline.ts';
import { writeSearchIndex } from './searchIndex.ts';

/** Writes dist/_headers. Astro leaves out of src/pages what begins with an underscore, so the route is made here. */
export function headersFile(): AstroIntegration {
  return {
    name: 'headers-file',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        const entrypoint = new URL('../src/site/hosting/route.ts', import.meta.url);
        injectRoute({ pattern: '/_headers', entrypoint });
      },
    },
  };
}

/** Gives every page one style sheet, and takes away those that it is made of. */
export function oneSheetEach(): AstroIntegration {
  return {
    name: 'one-sheet',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const parts = new Set<string>();
        const sheets = new Set<string>();
        const at = (address: string) => new URL(`.${address}`, dir);
        for (const file of filesIn(dir).filter((each) => each.endsWith('.html'))) {
          const page = new URL(file, dir);
          const merged = oneSheet(readFileSync(page, 'utf8'), (address) => {
            parts.add(address);
            return readFileSync(at(address), 'utf8');
          });
          if (!merged) continue;
          writeFileSync(page, merged.html);
          writeFileSync(at(merged.address), merged.css);
          sheets.add(merged.address);
        }
        for (const part of parts) rmSync(at(part));
        const lost = filesIn(dir).filter(
          (file) => file.endsWith('.css') && !sheets.has(`/${file}`),
        );
        if (lost.length > 0)
          throw new Error(
            `No page has ${lost.join(', ')}, and nothing fetches a style sheet later.`,
          );
        logger.info(`${sheets.size} style sheets, of ${parts.size} parts.`);
      },
    },
  };
}

/** Gives every page its Content-Security-Policy, with the hashes of what stands in it. */
export function contentPolicy(): AstroIntegration {
  return {
    name: 'content-policy',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const files = filesIn(dir).filter((file) => file.endsWith('.html'));
        for (const file of files) {
          const page = new URL(file, dir);
          const html = readFileSync(page, 'utf8');
          const safe = withPolicy(html, addressOf(file));
          if (safe !== html) writeFileSync(page, safe);
        }
        logger.info(`${files.length} pages have one.`);
      },
    },
  };
}

/** Writes the index of /search/. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await writeSearchIndex(fileURLToPath(dir));
        logger.info(`${pages} pages in the index.`);
      },
    },
  };
}

/** Writes dist/licences.txt: what is on the site that others made, and on which terms. */
export function licences(): AstroIntegration {
  return {
    name: 'licences',
    hooks: {
      'astro:build:done': ({ dir }) =>
        writeFileSync(new URL('licences.txt', dir), licencesOf([...bundled, ...copied()])),
    },
  };
}

/**
 * Writes dist/sw.js, which keeps visited pages for reading offline. Last of all: it knows every file by its hash. With
 * OFFLINE=off in the environment it is a worker that removes itself, and what it kept, from readers' browsers.
 */
export function offline(): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const on = process.env['OFFLINE'] !== 'off';
        const files = await writeWorker(fileURLToPath(dir), on);
        logger.info(on ? `${files} files can be kept.` : 'The worker removes itself.');
      },
    },
  };
}

/** Stops the build when a link leads nowhere, an id is missing or double, or an outline is broken. */
export function linkCheck(): AstroIntegration {
  let site = 'https://site.invalid';
  return {
    name: 'link-check',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ?? site;
      },
      'astro:build:done': ({ dir, logger }) => {
        const files = filesIn(dir);
        const pages = files
          .filter((file) => file.endsWith('.html'))
          .map((file) => [file, readFileSync(new URL(file, dir), 'utf8')] as const);
        const faults = faultsIn({ url: site, pages: new Map(pages), files: new Set(files) });
        if (faults.length > 0) throw new Error(`${faults.length} faults\n${report(faults)}`);
        logger.info(`${pages.length} pages: links, anchors, ids and headings are in order.`);
      },
    },
  };
}

/** The path of every file in a folder and below it. */
const filesIn = (folder: URL): string[] =>
  globSync('**/*.*', { cwd: fileURLToPath(folder) }).map((file) => file.replaceAll('\\', '/'));

// Builds copies of the site with many articles, in the system's temporary folder.

import {
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bin, run } from '../../scripts/run.ts';
import { syntheticArticle, type Stock } from './syntheticArticle.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const parts = [
  'src',
  'public',
  'scripts',
  'astro.config.mjs',
  'svelte.config.js',
  'tsconfig.json',
  'package.json',
];

/** What it took to build the site. */
export interface Build {
  articles: number;
  /** By the clock on the wall, and on all cores together; s. */
  seconds: number;
  cpuSeconds: number;
  /** The most that it held at once; MB. */
  peakMB: number;
}

/**
 * Builds the site with so many articles beside its own.
 * @throws Error with what the build printed, if it fails
 */
export async function measureBuild(articles: number): Promise<Build> {
  const copy = mkdtempSync(join(tmpdir(), 'feels-fast-bench-'));
  try {
    for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
    writeArticles(copy, articles);
    // What a build keeps for the next one is not ours to change, nor may it help.
    writeFileSync(
      join(copy, 'bench.config.mjs'),
      `import config from './astro.config.mjs';\nexport default { ...config, cacheDir: './.cache' };\n`,
    );
    // As it ends, the build says what it took.
    writeFileSync(
      join(copy, 'usage.mjs'),
      `import { writeFileSync } from 'node:fs';
const file = ${JSON.stringify(join(copy, 'usage.json'))};
process.on('exit', () => writeFileSync(file, JSON.stringify(process.resourceUsage())));\n`,
    );
    const [node, ...args] = bin('astro', 'build', '--config', 'bench.config.mjs');
    const started = performance.now();
    const usage = pathToFileURL(join(copy, 'usage.mjs')).href;
    const { ok, output } = await run([node!, '--import', usage, ...args], { cwd: copy });
    const seconds = (performance.now() - started) / 1000;
    if (!ok) throw new Error(`${output}\n${articles} articles could not be built (see above).`);
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
      readFileSync(join(copy, 'usage.json'), 'utf8'),
    ) as NodeJS.ResourceUsage;
    return {
      articles,
      seconds,
      cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
      peakMB: maxRSS / 1000,
    };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

function writeArticles(copy: string, count: number): void {
  const ids = (file: string) =>
    [...readFileSync(join(copy, 'src/content', file), 'utf8').matchAll(/^- id: (\S+)/gm)].map(
      ([, id]) => id!,
    );
  const stock: Stock = {
    sources: ids('sources.yaml'),
    terms: ids('glossary.yaml'),
    snippets: globSync('src/content/snippets/*.ts', { cwd: copy }).map((file) => basename(file)),
  };
  for (let i = 0; i < count; i++)
    writeFileSync(
      join(copy, `src/content/articles/synthetic-${i + 1}.mdx`),
      syntheticArticle(i, stock),
    );
}

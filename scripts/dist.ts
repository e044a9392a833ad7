import { existsSync, globSync, statSync } from 'node:fs';
import { addressOf } from './links.ts';
import { bin, run } from './run.ts';

/**
 * Builds the site.
 * @throws Error with what the build printed, if it fails
 */
export async function buildSite(say: (line: string) => void = console.log): Promise<void> {
  say('Building the site …');
  const { ok, output } = await run(bin('astro', 'build'));
  if (!ok)
    throw new Error(
      `${output.trimEnd()}\n\nThe site could not be built (see above): npm run dev shows the same error.`,
    );
}

/** Builds the site, unless it has been built before: then it says when. */
export async function haveDist(): Promise<void> {
  if (!existsSync('dist/embed.js')) return buildSite();
  const built = statSync('dist/embed.js').mtime.toLocaleString();
  console.log(`dist/ is there, built ${built}; \`npm run build\` makes it anew.`);
}

/** The address of every page in `dist`, sorted: "/", "/404.html", "/play/". */
export const pagesIn = (dist: string): string[] =>
  globSync('**/*.html', { cwd: dist })
    .map((file) => addressOf(file.replaceAll('\\', '/')))
    .sort();

import { existsSync, statSync } from 'node:fs';
import { bin, run } from './run.ts';

/**
 * Builds the site, unless it has been built before: then it says when.
 * @throws Error with what the build printed, if it fails
 */
export async function haveDist(): Promise<void> {
  if (existsSync('dist/embed.js')) {
    const built = statSync('dist/embed.js').mtime.toLocaleString();
    console.log(`dist/ is there, built ${built}; \`npm run build\` makes it anew.`);
    return;
  }
  console.log('Building the site …');
  const { ok, output } = await run(bin('astro', 'build'));
  if (!ok)
    throw new Error(
      `${output.trimEnd()}\n\nThe site could not be built: npm run dev shows the same error.`,
    );
}

// Prints what the built pages weigh before anybody touches them, and src/sim as figures load it (all of src/sim/index.ts,
// texts aside). Exits 1 when something is over its limit.

import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { gzip } from './audit/compressed.ts';
import { limits } from './audit/limits.ts';
import { heaviest, tooHeavy } from './audit/weigh.ts';

/** Bytes, minified and gzipped. */
export const limit = 6_000;

/** Bytes of src/sim as one minified module, without the prepared texts. */
export async function simSize(): Promise<{ minified: number; gzipped: number }> {
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('../src/sim/index.ts', import.meta.url)),
        formats: ['es'],
      },
      rolldownOptions: {
        external: [/sim\/texts\//],
        // A library keeps its white space unless the bundler itself is told; a page does not.
        output: { minify: true },
      },
    },
  })) as Rolldown.RolldownOutput[];
  const code = result
    .flatMap(({ output }) => output)
    .map((file) => ('code' in file ? file.code : ''));
  const bytes = Buffer.from(code.join(''));
  return { minified: bytes.length, gzipped: gzip(bytes).length };
}

if (import.meta.main) {
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const { gzipped } = await simSize();
  console.log(`src/sim: ${kB(gzipped)} min+gzip (limit ${kB(limit)})`);

  const weights = heaviest(fileURLToPath(new URL('../dist', import.meta.url)));
  for (const [measure, pages] of Map.groupBy(weights, (each) => each.measure)) {
    const { measure: name, atMost } = limits[measure];
    console.log(`${name}, brotli (gzip), at most ${atMost} kB:`);
    for (const { page, brotli, gzip } of pages)
      console.log(`  ${brotli.toFixed(1).padStart(5)} (${gzip.toFixed(1)}) kB  ${page}`);
  }
  const wrong = tooHeavy(weights);
  for (const line of wrong) console.error(line);
  if (gzipped > limit || wrong.length > 0) process.exitCode = 1;
}

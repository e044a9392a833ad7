// Prints what src/sim weighs as figures load it, all of src/sim/index.ts, texts aside; exits 1 when that is over the limit.

import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

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
        external: [/responses\.ts$/],
        // A library keeps its white space unless the bundler itself is told; a page does not.
        output: { minify: true },
      },
    },
  })) as Rolldown.RolldownOutput[];
  const code = result
    .flatMap(({ output }) => output)
    .map((file) => ('code' in file ? file.code : ''));
  const bytes = Buffer.from(code.join(''));
  return { minified: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
}

if (import.meta.main) {
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const { gzipped } = await simSize();
  console.log(`src/sim: ${kB(gzipped)} min+gzip (limit ${kB(limit)})`);
  if (gzipped > limit) process.exitCode = 1;
}

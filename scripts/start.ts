// Builds the site and serves it.
//
//   npm start                    on port 4321, or the next one that is free
//   npm start -- --port 8080     on that port (as does the environment variable PORT)
//   npm start -- --no-build      serves what was built before

import { parseArgs } from 'node:util';
import { freePort } from './port.ts';
import { bin, run } from './run.ts';
import { serve } from './serve.ts';

try {
  const { asked, build } = options();
  const port = await freePort(asked ?? 4321);
  if (asked && port !== asked) {
    throw new Error(`Port ${String(asked)} is taken; ${String(port)} would be free.`);
  }
  if (build) await buildSite();
  const address = await serve(port);
  console.log(`Feels Fast is at ${address} (Ctrl-C stops it)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function options(): { asked: number | undefined; build: boolean } {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'no-build': { type: 'boolean', default: false } },
  });
  const text = values.port ?? (process.env['PORT'] || undefined);
  if (text !== undefined && !(/^\d+$/.test(text) && Number(text) > 0 && Number(text) < 65_536)) {
    throw new RangeError(`Port “${text}” is not a whole number from 1 to 65535.`);
  }
  return { asked: text === undefined ? undefined : Number(text), build: !values['no-build'] };
}

async function buildSite(): Promise<void> {
  console.log('Building the site …');
  const started = performance.now();
  const { ok, output } = await run(bin('astro', 'build'));
  if (!ok) throw new Error(`${output}\nThe site could not be built (see above).`);
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

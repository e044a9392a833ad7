// Builds the site and serves it.
//
//   npm start                    on port 4321, or the next one that is free
//   npm start -- --port 8080     on that port (as does the environment variable PORT)
//   npm start -- --no-build      serves what was built before

import { parseArgs } from 'node:util';
import { buildSite } from './dist.ts';
import { freePort } from './port.ts';
import { serve } from './serve.ts';

try {
  const { asked, toBuild } = options();
  const port = await freePort(asked ?? 4321);
  if (asked && port !== asked) {
    throw new Error(`Port ${String(asked)} is taken; ${String(port)} would be free.`);
  }
  if (toBuild) await build();
  const address = await serve(port);
  console.log(`Feels Fast is at ${address} (Ctrl-C stops it)`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function options(): { asked: number | undefined; toBuild: boolean } {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'no-build': { type: 'boolean', default: false } },
  });
  const text = values.port ?? (process.env['PORT'] || undefined);
  if (text !== undefined && !(/^\d+$/.test(text) && Number(text) > 0 && Number(text) < 65_536)) {
    throw new RangeError(`Port “${text}” is not a whole number from 1 to 65535.`);
  }
  return { asked: text === undefined ? undefined : Number(text), toBuild: !values['no-build'] };
}

async function build(): Promise<void> {
  const started = performance.now();
  await buildSite();
  console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}

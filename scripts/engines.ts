// Holds every figure against the table of tests/engines/ in Chromium, Firefox and WebKit, and installs those that are
// missing, where it may. Needs dist/, and builds it when it is missing.
//
//   npm run engines              in all three
//   npm run engines -- webkit    in this one

import { spawnSync } from 'node:child_process';
import { didYouMean } from '../src/text.ts';
import type { Engine } from '../tests/engines/driver.ts';
import { engines } from '../tests/engines/engines.ts';
import { ensureBrowser } from './browser.ts';
import { installOnDebian, mayInstall } from './debian.ts';
import { haveDist } from './dist.ts';
import { notHere, tableIn, whichEngines } from './engineTable.ts';
import { bin, run } from './run.ts';

try {
  const asked = askedFor(process.argv.slice(2));
  for (const engine of whichEngines(asked).missing) await install(engine);
  await haveDist();
  const { there, missing } = whichEngines(asked);
  for (const { name, find } of there) say(`${name}: ${find()!.source}`);
  const [program, ...args] = tableIn(there);
  const status = there.length > 0 ? spawnSync(program!, args, { stdio: 'inherit' }).status : 0;
  if (missing.length > 0)
    console.log(`\nNot tried: ${notHere(missing)}, and none could be installed.`);
  process.exitCode = missing.length > 0 ? 1 : (status ?? 1);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function say(line: string): void {
  console.log(`  ${line}`);
}

/** @throws Error if there is no such engine */
function askedFor(ids: readonly string[]): readonly Engine[] {
  const known = engines.map(({ id }) => id);
  const unknown = ids.find((id) => !known.some((each) => each === id));
  if (unknown !== undefined)
    throw new Error(
      `No such engine: ${unknown}. The engines are ${known.join(', ')}.${didYouMean(unknown, known)}`,
    );
  return ids.length > 0 ? engines.filter(({ id }) => ids.includes(id)) : engines;
}

/** Whether that worked is for the caller to see. */
async function install({ id, name, packages }: Engine): Promise<void> {
  if (id === 'chromium') {
    await ensureBrowser(say);
  } else if (mayInstall()) {
    say(`No ${name} here yet. Installing Debian's ${packages.join(' and ')} …`);
    await installOnDebian(packages);
  } else {
    say(`No ${name} here yet. Downloading Playwright's own …`);
    await run(bin('playwright', 'install', id), { limitMs: 300_000 });
  }
}

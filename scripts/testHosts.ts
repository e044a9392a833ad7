// Makes documentation sites with VitePress, Docusaurus and Starlight, pastes our snippets into them, and looks in a
// browser at what comes of it. Needs dist/, and builds it when it is missing.
//
//   npm run test:hosts                 with all three
//   npm run test:hosts -- vitepress    with this one

import { spawnSync } from 'node:child_process';
import { didYouMean } from '../src/text.ts';
import { build, install, isInstalled } from '../tests/hosts/build.ts';
import { pages } from '../tests/hosts/figures.ts';
import { hosts, ourOrigin, platformOf, ports, siteName, tiers } from '../tests/hosts/hosts.ts';
import { partsFor } from '../tests/hosts/snippets.ts';
import { ensureBrowser } from './browser.ts';
import { haveDist } from './dist.ts';
import { freePort } from './port.ts';
import { bin, type Result } from './run.ts';

try {
  const asked = askedFor(process.argv.slice(2));
  if (!(await ensureBrowser(say)))
    throw new Error('There is no Chromium, and none could be installed.');
  await haveDist();
  await choosePorts();
  await makeSites(asked);
  process.exitCode = look(asked);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function say(line: string): void {
  console.log(`  ${line}`);
}

/** @throws Error if there is no such host */
function askedFor(names: readonly string[]): typeof hosts {
  const known = hosts.map(({ id }) => id);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new Error(
      `No such host: ${unknown.join(', ')}. The hosts are ${known.join(', ')}.${didYouMean(unknown[0]!, known)}`,
    );
  return names.length > 0 ? hosts.filter(({ id }) => names.includes(id)) : hosts;
}

/** The addresses are in the snippets, so they are chosen before anything is built. */
async function choosePorts(): Promise<void> {
  const ours = await freePort(ports.ours());
  process.env['HOSTS_OUR_PORT'] = String(ours);
  process.env['HOSTS_THEIR_PORT'] = String(await freePort(Math.max(ports.theirs(), ours + 1)));
}

/** One after another: some of these builds take both cores and a lot of memory. */
async function makeSites(asked: typeof hosts): Promise<void> {
  for (const host of asked) {
    if (!isInstalled(host))
      await step(
        `${host.id}: npm ci`,
        `Is the registry within reach? The packages are those of tests/hosts/${host.id}/package-lock.json.`,
        () => install(host),
      );
    for (const tier of tiers) {
      const parts = pages.map(
        (page) => [page, partsFor(platformOf(host, tier), page, ourOrigin())] as const,
      );
      await step(
        `${siteName(host, tier)}: npm run build`,
        `The template is tests/hosts/${host.id}/, what was pasted comes from src/embed/snippets.ts.`,
        () => build(host, tier, Object.fromEntries(parts)),
      );
    }
  }
}

/** @throws Error with what it printed, and a hint, if it fails */
async function step(name: string, hint: string, act: () => Promise<Result>): Promise<void> {
  const started = performance.now();
  const { ok, output } = await act();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (!ok) throw new Error(`${output.trimEnd()}\n\n${name} FAILED after ${seconds} s. ${hint}`);
  say(`${name}, ${seconds} s`);
}

/** Runs the browser's part, and returns its exit code. */
function look(asked: typeof hosts): number {
  const only = asked.map(({ id }) => `${id},`).join('|');
  const [program, ...args] = bin('playwright', 'test', '-c', 'tests/hosts', '-g', only);
  const { status } = spawnSync(program!, args, { stdio: 'inherit' });
  if (status !== 0)
    console.log(
      `\nThe sites stay as they are: \`npx playwright test -c tests/hosts --debug\` looks again, if the ports` +
        ` ${ports.ours()} and ${ports.theirs()} are free.`,
    );
  return status ?? 1;
}

// Makes sites: a host's template, and in it the parts of a snippet, to the letter.

import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run, type Result } from '../../scripts/run.ts';
import type { Part } from '../../src/embed/snippets.ts';
import { siteName, sites, workshop, type Host, type Tier } from './hosts.ts';

/** No tool is to tell its makers that it is tested with. */
const env = { ASTRO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', DOCUSAURUS_NO_TELEMETRY: '1' };

const template = ({ id }: Host) => fileURLToPath(new URL(`${id}/`, import.meta.url));

/** Runs npm in a host's workshop: the npm that runs us, since its name is not the same on every platform. */
function npm(host: Host, ...args: string[]): Promise<Result> {
  const cli = process.env['npm_execpath'] ?? '';
  if (!/npm-cli\.js$/.test(cli)) throw new Error('npm starts this: `npm run test:hosts`.');
  return run([process.execPath, cli, ...args, '--prefix', workshop(host)], { env });
}

const lockOf = (host: Host) => readFileSync(join(template(host), 'package-lock.json'), 'utf8');

/** The lock file that was installed last, to the end. */
const installedLock = (host: Host) => join(workshop(host), 'node_modules', '.feels-fast-lock.json');

export const isInstalled = (host: Host): boolean =>
  existsSync(installedLock(host)) && readFileSync(installedLock(host), 'utf8') === lockOf(host);

/** Installs a host's packages. Their install scripts do not run: none is needed. */
export async function install(host: Host): Promise<Result> {
  rmSync(workshop(host), { recursive: true, force: true });
  layOut(host);
  const result = await npm(host, 'ci', '--ignore-scripts', '--no-fund', '--no-audit');
  if (result.ok) writeFileSync(installedLock(host), lockOf(host));
  return result;
}

/** Builds a site, with these parts on these pages. */
export async function build(
  host: Host,
  tier: Tier,
  parts: Readonly<Record<string, readonly Part[]>>,
): Promise<Result> {
  layOut(host);
  for (const [page, ofPage] of Object.entries(parts))
    for (const part of ofPage) put(host, page, part);
  const result = await npm(host, 'run', 'build');
  if (!result.ok) return result;
  const site = join(sites, siteName(host, tier));
  rmSync(site, { recursive: true, force: true });
  cpSync(join(workshop(host), host.built), site, { recursive: true });
  return result;
}

/** The template as it is, without anything from before but the packages. */
function layOut(host: Host): void {
  mkdirSync(workshop(host), { recursive: true });
  for (const name of readdirSync(workshop(host)))
    if (name !== 'node_modules') rmSync(join(workshop(host), name), { recursive: true });
  cpSync(template(host), workshop(host), { recursive: true });
}

/** Pastes a part: code with a file into that file, any other where the page says FIGURE. */
function put(host: Host, page: string, { file, code }: Part): void {
  if (file) {
    // Its “…” is what a site has of its own.
    const config = fill(code, '// …', '...own,', `The code for ${file}`);
    writeFileSync(join(workshop(host), file), `import own from './host.config.js';\n${config}\n`);
    return;
  }
  const folder = join(workshop(host), host.pages);
  const [name] = globSync(`${page}.{md,mdx}`, { cwd: folder });
  if (!name) throw new Error(`${host.id} has no page “${page}” in ${host.pages}.`);
  const path = join(folder, name);
  writeFileSync(path, fill(readFileSync(path, 'utf8'), 'FIGURE', code, path));
}

function fill(text: string, place: string, content: string, what: string): string {
  if (!text.includes(place)) throw new Error(`${what} has no “${place}”:\n${text}`);
  return text.replace(place, () => content);
}

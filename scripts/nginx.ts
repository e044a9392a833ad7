// Finds an nginx for the check `hosting`, or installs one.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.ts';

/** The first nginx that is there and runs. Where systems keep it is not always on the PATH of those who are not root. */
export function findNginx(): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const starts = (path: string) => existsSync(path) && spawnSync(path, ['-v']).status === 0;
  return folders.map((folder) => join(folder, 'nginx')).find(starts) ?? null;
}

/** As `findNginx`, but on Debian installs one if there is none. Says what it does; null if nothing helped. */
export async function ensureNginx(say: (line: string) => void): Promise<string | null> {
  const found = findNginx();
  if (found || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return found;

  say("No nginx here yet. Installing Debian's nginx-light …");
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run(['apt-get', 'update'], quiet);
  await run(['apt-get', 'install', '-y', '--no-install-recommends', 'nginx-light'], quiet);
  return findNginx();
}

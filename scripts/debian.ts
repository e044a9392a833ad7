import { existsSync } from 'node:fs';
import { run } from './run.ts';

/** Whether `installOnDebian` may do anything: on Debian and its like, as root. */
export const mayInstall = (): boolean =>
  existsSync('/etc/debian_version') && process.getuid?.() === 0;

/** Installs packages of the system's. Whether that worked is for the caller to see. */
export async function installOnDebian(packages: readonly string[]): Promise<void> {
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run(['apt-get', 'update'], quiet);
  await run(['apt-get', 'install', '-y', '--no-install-recommends', ...packages], quiet);
}

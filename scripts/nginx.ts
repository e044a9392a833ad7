// Finds an nginx for the check `hosting` and for `npm run validate`, or installs one.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installOnDebian, mayInstall } from './debian.ts';
import { findProgram } from './programs.ts';

/** The first nginx that is there and runs. */
export const findNginx = (): string | null =>
  findProgram(['nginx'], (path) => existsSync(path) && spawnSync(path, ['-v']).status === 0);

/** As `findNginx`, but on Debian installs one if there is none. Says what it does; null if nothing helped. */
export async function ensureNginx(say: (line: string) => void): Promise<string | null> {
  const found = findNginx();
  if (found || !mayInstall()) return found;

  say("No nginx here yet. Installing Debian's nginx-light …");
  await installOnDebian(['nginx-light']);
  return findNginx();
}

/** Its arguments, when all it reads and writes is in `folder`. */
export const nginxArgs = (folder: string): string[] => [
  '-p',
  folder,
  '-c',
  join(folder, 'nginx.conf'),
  '-e',
  'stderr',
];

/** Its files, for what a site's own file says. */
export const nginxFiles = (site: string) => ({ 'nginx.conf': around, 'site.conf': site });

/** What a system's own nginx.conf says around a site's file, with everything it writes in its folder. */
const around = `
${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid nginx.pid;
events {}
http {
  access_log off;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  include site.conf;
}
`;

// The servers that are held against the table of headers, each as a program that serves dist/ on a port.
import { join, resolve } from 'node:path';
import { findNginx, nginxArgs, nginxFiles } from '../../scripts/nginx.ts';
import { freePort } from '../../scripts/port.ts';
import { startServer, type ServerProgram } from '../../scripts/serverProgram.ts';
import { table } from '../../src/site/headers.ts';
import { toCaddy } from '../../src/site/hosting/caddy.ts';
import { toNginx } from '../../src/site/hosting/nginx.ts';

interface Server {
  name: string;
  program: string | null;
  setUp: (port: number) => Pick<ServerProgram, 'args' | 'files'>;
}

const root = resolve('dist');

export const servers: readonly Server[] = [
  {
    name: 'npm start',
    program: process.execPath,
    setUp: (port) => ({
      args: () => ['scripts/start.ts', '--no-build', '--port', String(port)],
    }),
  },
  {
    name: 'nginx',
    program: findNginx(),
    setUp: (port) => ({
      args: nginxArgs,
      files: nginxFiles(toNginx(table, { host: 'localhost', root, listen: `localhost:${port}` })),
    }),
  },
  {
    // Only when it is given; `npm test` installs none.
    name: 'Caddy',
    program: process.env['CADDY_PATH'] ?? null,
    setUp: (port) => ({
      args: (folder) => ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')],
      files: {
        Caddyfile: `{\n\tadmin off\n}\n\n${toCaddy(table, { host: `http://localhost:${port}`, root })}`,
      },
    }),
  },
];

/** Starts a server in a folder of its own, and resolves when it answers. */
export async function start({ program, setUp }: Server) {
  const port = await freePort(4451);
  const origin = `http://localhost:${port}`;
  const { stop } = await startServer({ program: program!, answersAt: origin, ...setUp(port) });
  return { origin, stop };
}

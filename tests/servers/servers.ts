// The servers that are held against the table of headers, each as a program that serves dist/ on a port.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { vi } from 'vitest';
import { findNginx, nginxAround } from '../../scripts/nginx.ts';
import { freePort } from '../../scripts/port.ts';
import { table } from '../../src/site/headers.ts';
import { toCaddy } from '../../src/site/hosting/caddy.ts';
import { toNginx } from '../../src/site/hosting/nginx.ts';

interface Server {
  name: string;
  program: string | null;
  /** Its arguments, and the files that it reads from its own folder. */
  setUp: (port: number, folder: string) => { args: string[]; files?: Record<string, string> };
}

const root = resolve('dist');

export const servers: readonly Server[] = [
  {
    name: 'npm start',
    program: process.execPath,
    setUp: (port) => ({ args: ['scripts/start.ts', '--no-build', '--port', String(port)] }),
  },
  {
    name: 'nginx',
    program: findNginx(),
    setUp: (port, folder) => ({
      args: ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'],
      files: {
        'nginx.conf': nginxAround('site.conf'),
        'site.conf': toNginx(table, { host: 'localhost', root, listen: `localhost:${port}` }),
      },
    }),
  },
  {
    // Only when it is given; `npm test` installs none.
    name: 'Caddy',
    program: process.env['CADDY_PATH'] ?? null,
    setUp: (port, folder) => ({
      args: ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')],
      files: {
        Caddyfile: `{\n\tadmin off\n}\n\n${toCaddy(table, { host: `http://localhost:${port}`, root })}`,
      },
    }),
  },
];

/** Starts a server in a folder of its own, and resolves when it answers. */
export async function start({ name, program, setUp }: Server) {
  const port = await freePort(4451);
  const folder = mkdtempSync(join(tmpdir(), 'feels-fast-'));
  const { args, files = {} } = setUp(port, folder);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);

  const child = spawn(program!, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit');
  const origin = `http://localhost:${port}`;
  const answers = () => {
    if (child.exitCode !== null) throw new Error(`${name} has ended: ${said}`);
    return fetch(origin);
  };
  await vi.waitFor(answers, { timeout: 20_000 });
  return {
    origin,
    async stop(): Promise<void> {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

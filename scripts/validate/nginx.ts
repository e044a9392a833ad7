import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nginxAround } from '../nginx.ts';
import { freePort } from '../port.ts';
import { paths, type Path } from './cases.ts';

/** A real nginx in front of the mock server at `upstream`: every path that goes through one, below `/PATH/`. */
export async function startNginx(program: string, upstream: number) {
  const port = await freePort(4_763);
  const folder = mkdtempSync(join(tmpdir(), 'feels-fast-'));
  writeFileSync(join(folder, 'nginx.conf'), nginxAround('site.conf'));
  writeFileSync(join(folder, 'site.conf'), site(port, `http://127.0.0.1:${String(upstream)}`));
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit');
  const origin = `http://127.0.0.1:${String(port)}`;
  while (!(await fetch(`${origin}/clock`).catch(() => null))) {
    if (child.exitCode !== null) throw new Error(`nginx has ended: ${said}`);
    await new Promise(setImmediate);
  }
  return {
    origin,
    async stop(): Promise<void> {
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
}

/** Debian's sizes where nothing is said: buffers of one memory page. */
function site(port: number, upstream: string): string {
  const locations = Object.entries<Path>(paths).map(([id, { nginx = [], accel }]) => {
    const says = [...nginx, ...(accel ? ['proxy_set_header x-accel no'] : [])];
    return `location /${id}/ { proxy_pass ${upstream}/; ${says.map((line) => `${line};`).join(' ')} }`;
  });
  return `server {
    listen 127.0.0.1:${String(port)};
    location / { proxy_pass ${upstream}; }
    ${locations.join('\n    ')}
  }`;
}

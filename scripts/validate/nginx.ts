import { nginxArgs, nginxFiles } from '../nginx.ts';
import { freePort } from '../port.ts';
import { startServer } from '../serverProgram.ts';
import { paths, type Path } from './cases.ts';

/** A real nginx in front of the mock server at `upstream`: every path that goes through one, below `/PATH/`. */
export async function startNginx(program: string, upstream: number) {
  const port = await freePort(4_763);
  const origin = `http://127.0.0.1:${String(port)}`;
  const { stop } = await startServer({
    program,
    args: nginxArgs,
    files: nginxFiles(site(port, `http://127.0.0.1:${String(upstream)}`)),
    answersAt: `${origin}/clock`,
  });
  return { origin, stop };
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

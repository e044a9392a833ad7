// The mock server in a process of its own, so that whoever measures does not disturb it. Told the page's script, it says
// its port; after each stream it says when it wrote what.

import type { ServerResponse } from 'node:http';
import { realClock } from '../../src/wire/clock.ts';
import type { Json, Refusal } from '../../src/wire/http.ts';
import type { Route } from '../../src/wire/route.ts';
import { routes } from '../../src/wire/routes.ts';
import { Wire } from '../../src/wire/wire.ts';
import type { Emitted } from './emitted.ts';

/** Isolated from other origins, a page's clock is as fine as 5 µs. */
const isolated = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cache-control': 'no-store',
};

const file = (path: string, type: string, body: () => string): Route => ({
  method: 'GET',
  path,
  refusal: ({ message }: Refusal): Json => ({ message }),
  handle: ({ response }) =>
    void response.writeHead(200, { 'content-type': type, ...isolated }).end(body()),
});

/** A connection may have carried other answers. */
const before = new WeakMap<ServerResponse, number>();
let script = '';
const html =
  '<!doctype html><meta charset="utf-8"><title>-</title><p></p><script src="/page.js"></script>';
const wire = new Wire({
  routes: [
    ...routes,
    file('/page', 'text/html; charset=utf-8', () => html),
    file('/page.js', 'text/javascript', () => script),
    file('/clock', 'text/plain', () => String(realClock.now())),
  ],
  onStream(progress, { request, response }) {
    const header = response.socket!.bytesWritten - (before.get(response) ?? 0);
    response.once('close', () => {
      const written = progress.written.map(({ at, due, bytes, tokens }) => ({
        at,
        late: at - due,
        bytes,
        tokens,
      }));
      const emitted: Emitted = { run: Number(request.headers['x-run']), header, written };
      process.send?.(emitted);
    });
  },
});
wire.server.prependListener('request', (request, response) => {
  before.set(response, request.socket.bytesWritten);
  // nginx asks for what it is to be sent; the mock server itself has no such setting.
  if (request.headers['x-accel'] === 'no') response.setHeader('x-accel-buffering', 'no');
});

process.once('message', (code: string) => {
  script = code;
  void wire.listen(0).then((port) => process.send?.(port));
});
process.once('disconnect', () => process.exit());

// The mock server, nginx and a browser, started for a measurement.

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { browserFlags } from '../browser.ts';
import { bundle } from '../embeds/bundle.ts';
import { paths, shared, type Case, type Path } from './cases.ts';
import type { Emitted } from './emitted.ts';
import { startNginx } from './nginx.ts';
import type { Measured } from './page.ts';

/** One answer: what the server did, and what the page saw. */
export interface Answered {
  emitted: Emitted;
  measured: Measured;
}

const entry = `import { measure } from '/scripts/validate/page.ts'; globalThis.measure = measure;`;
declare global {
  var measure: typeof import('./page.ts').measure;
}

export interface Lab {
  /** The browser's. */
  version: string;
  /** @throws Error if the page fails */
  answer(of: Case): Promise<Answered>;
  close(): Promise<void>;
}

/**
 * Starts what there is. Without `nginx` the cases that need it cannot be asked for.
 * @throws Error if something does not start; then what had started has ended
 */
export async function openLab(executablePath: string, nginx: string | null): Promise<Lab> {
  await using starting = new AsyncDisposableStack();
  const { code } = await bundle(entry, 'iife');
  const server = fork(fileURLToPath(new URL('server.ts', import.meta.url)));
  const ended = once(server, 'exit');
  starting.defer(async () => {
    server.kill();
    await ended;
  });
  server.send(code);
  const [port] = (await once(server, 'message')) as [number];
  const direct = `http://127.0.0.1:${String(port)}`;
  const proxy = nginx === null ? null : await startNginx(nginx, port);
  if (proxy) starting.defer(proxy.stop);
  const browser = await chromium.launch({
    executablePath,
    args: [...browserFlags],
    handleSIGINT: false, // whoever opens us says what ends when
    handleSIGTERM: false,
  });
  starting.defer(() => browser.close());
  const page = await browser.newPage();
  let runs = 0;
  const started = starting.move();
  return {
    version: browser.version(),
    async answer(of) {
      const run = ++runs;
      const path: Path = paths[of.path];
      const origin = path.nginx ? proxy!.origin : direct;
      if (!page.url().startsWith(`${origin}/`)) await page.goto(`${origin}/page`);
      const emitted = new Promise<Emitted>((resolve) => {
        const listen = (message: Emitted) => {
          if (message.run !== run) return;
          server.off('message', listen);
          resolve(message);
        };
        server.on('message', listen);
      });
      const measured = await page.evaluate((request) => globalThis.measure(request), {
        address: `${path.nginx ? `/${of.path}` : ''}/v1/messages?${settingsOf(of, path)}`,
        run,
        render: of.render,
        every: shared.every,
        cost: of.cost,
      });
      return { emitted: await emitted, measured };
    },
    close: () => started.disposeAsync(),
  };
}

function settingsOf({ rate, tokens }: Case, path: Path): string {
  const compress = path.compress ?? 'off';
  const { ttft, response, jitter, framing } = shared;
  const settings = { ttft, response, jitter, framing, rate, tokens, compress };
  return new URLSearchParams(
    Object.entries(settings).map(([name, value]) => [name, String(value)]),
  ).toString();
}

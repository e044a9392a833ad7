// A new build while the old one is open, without a network, and in its place: what a page is made of is always of one
// build. The site here is made up, of a few lines; the worker is the one that the build writes.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { writeWorker } from '../../scripts/offline.ts';

test.use({ serviceWorkers: 'allow' });

const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript' };
const folder = mkdtempSync(join(tmpdir(), 'offline-'));
let [server, current, origin]: [Server | undefined, string, string] = [undefined, '', ''];

/** Every file says of which build it is. */
async function build(name: string, on = true): Promise<string> {
  const dist = join(folder, name);
  const page =
    `<!doctype html><html lang="en" data-html="${name}"><title>${name}</title><link rel="icon" href="data:,">` +
    `<script type="module" src="/_astro/page.${name}.js"></script>`;
  const files = {
    'index.html': page,
    'other/index.html': page,
    'offline/index.html': `${page}<h1>No network</h1>`,
    [`_astro/page.${name}.js`]: `document.documentElement.dataset.js = '${name}'; window.more = () => import('./more.${name}.js');`,
    [`_astro/more.${name}.js`]: `export const name = '${name}';`,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), text);
  }
  await writeWorker(dist, on);
  return dist;
}

test.beforeAll(async () => {
  test.setTimeout(120_000);
  for (const name of ['A', 'B']) await build(name);
  await build('C', false);
  server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://it').pathname.replace(/\/$/, '/index.html');
    try {
      const body = readFileSync(join(folder, current, path));
      response.writeHead(200, {
        'Content-Type': types[extname(path)],
        'Cache-Control': 'no-cache',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0);
  await new Promise((resolve) => server!.once('listening', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true });
});

/** Which builds a page is made of. */
async function builds(page: Page, path: string): Promise<unknown> {
  await page.goto(origin + path);
  return page.evaluate(async () => {
    const { html, js } = document.documentElement.dataset;
    const { name } = await (window as unknown as { more(): Promise<{ name: string }> }).more();
    return [html, js, name];
  });
}

const register = (page: Page) =>
  page.evaluate(() => navigator.serviceWorker.register('/sw.js').then(() => undefined));
const keptBy = (page: Page) =>
  page.evaluate(async () => {
    const all: string[][] = [];
    for (const name of await caches.keys())
      all.push((await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname));
    return all.map((paths) => paths.sort());
  });
const of = (name: string, ...pages: string[]) =>
  [...pages, '/offline/', `/_astro/more.${name}.js`, `/_astro/page.${name}.js`].sort();

test('an update never mixes builds, comes when nothing of the old is open, and keeps what was kept', async ({
  page,
  context,
}) => {
  current = 'A';
  await page.goto(`${origin}/`);
  await register(page);
  await expect.poll(() => keptBy(page)).toEqual([of('A', '/')]);
  await page.reload();

  // The server has forgotten the files of A. A page of it goes on.
  current = 'B';
  expect(
    await page.evaluate(
      async () => (await (window as unknown as { more(): Promise<{ name: string }> }).more()).name,
    ),
  ).toBe('A');
  expect(await builds(page, '/other/')).toEqual(['B', 'B', 'B']);
  // It is of B, so A's cache has no use for it, and B's was filled before it was visited.
  await expect.poll(() => keptBy(page)).toEqual([of('A', '/'), of('B', '/', '/other/')]);

  await context.setOffline(true);
  expect(await builds(page, '/')).toEqual(['A', 'A', 'A']);
  await context.setOffline(false);
  await page.close();

  const later = await context.newPage();
  await expect
    .poll(async () => {
      await later.goto(`${origin}/`);
      return keptBy(later);
    })
    .toEqual([of('B', '/', '/other/')]);
  await context.setOffline(true);
  for (const path of ['/', '/other/']) expect(await builds(later, path)).toEqual(['B', 'B', 'B']);

  // Whoever hosts it wants it no more.
  await context.setOffline(false);
  current = 'C';
  await later.goto(`${origin}/`);
  await expect
    .poll(() =>
      later.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    )
    .toBe(0);
  expect(await keptBy(later)).toEqual([]); // not before: to look into a cache that is being deleted makes it anew
});

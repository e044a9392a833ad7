// What a page fetches, measured in a browser.

import type { Page, Request } from '@playwright/test';
import { brotli } from './compressed.ts';
import { figuresAwake, figuresInSight, inlineCode } from './inPage.ts';
import type { LimitName } from './limits.ts';
import { row, type Row } from './rows.ts';
import { withPage, type Site } from './site.ts';

/** How long a page that has loaded is watched, in ms. */
const WATCH = 3_000;

/** What is fetched before any interaction; of an article also what reading and playing all of it fetches. */
export const bytesRows = (site: Site, path: string): Promise<Row[]> =>
  withPage(site, 'phone', async (page) => {
    const of = (name: LimitName, value: number, note?: string) => row(name, path, value, note);
    const requests: Request[] = [];
    page.on('request', (request) => requests.push(request));
    await page.goto(path, { waitUntil: 'networkidle' });
    await page.waitForFunction(figuresAwake);
    await page.waitForLoadState('networkidle');
    const loaded = [...requests];
    await page.waitForTimeout(WATCH);
    const late = requests.slice(loaded.length);

    const inline = await page.evaluate(inlineCode);
    const script = kB(inline.script);
    const before = await kilobytes(loaded);
    const rows = [
      of((await page.evaluate(figuresInSight)) ? 'awake' : 'scripts', before('script') + script),
      of('css', before('stylesheet') + kB(inline.style)),
      of('fonts', before('font')),
    ];
    if (path.startsWith('/articles/')) {
      rows.push(of('html', before('document')));
      await scrollThrough(page);
      const gsap = () => requests.filter((request) => /gsap/i.test(request.url())).length;
      const early = gsap();
      await playAll(page);
      const after = await kilobytes(requests);
      rows.push(
        of(
          'scrolled',
          after('script') + script,
          'with GSAP, without the store for reading offline',
        ),
      );
      rows.push(of('gsapEarly', early), of('gsap', gsap()));
    }
    const foreign = requests.filter((request) => !ours(request, site.origin));
    rows.push(of('foreign', foreign.length, foreign[0]?.url()));
    return [...rows, of('late', late.length, late[0]?.url())];
  });

const ours = (request: Request, origin: string) =>
  /^data:/.test(request.url()) || request.url().startsWith(`${origin}/`);
const kB = (code: string) => brotli(Buffer.from(code)).length / 1000;

/** Bodies as they came, compressed, by what they are: kB. */
async function kilobytes(requests: readonly Request[]): Promise<(type: string) => number> {
  const bodies = await Promise.all(
    requests.map(
      async (request) =>
        [request.resourceType(), (await request.sizes()).responseBodySize] as const,
    ),
  );
  return (type) =>
    bodies.filter(([its]) => its === type).reduce((sum, [, size]) => sum + size, 0) / 1000;
}

/** To the end in steps shorter than the screen, each after what came into sight is awake. */
async function scrollThrough(page: Page): Promise<void> {
  const step = () => {
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
    scrollBy({ top: clientHeight / 2, behavior: 'instant' });
    return scrollTop + clientHeight < scrollHeight - 1;
  };
  while (await page.evaluate(step)) await page.waitForFunction(figuresAwake);
  await page.waitForLoadState('networkidle');
}

async function playAll(page: Page): Promise<void> {
  for (const bar of await page.getByRole('group', { name: 'Playback' }).all()) {
    await bar.getByRole('button', { name: 'Play', exact: true }).click();
    await bar.getByRole('button', { name: 'Pause' }).waitFor();
    await page.waitForLoadState('networkidle');
  }
}

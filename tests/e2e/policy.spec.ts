// The policy of every page that was built; and that a test fails when its page does anything against it.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { figures } from '../../src/components/figures/registry.ts';
import { framePath } from '../../src/embed/addresses.ts';
import { table } from '../../src/site/headers.ts';
import { headersFor } from '../../src/site/hosting/rules.ts';
import { policyFaults } from '../policyFaults.ts';
import { expect, fileOf, isFrame, pages, releasePages, test } from './site.ts';

for (const path of pages)
  test(`${path} has a policy, and nothing that it would refuse`, () =>
    expect(policyFaults(readFileSync(fileOf(path), 'utf8'))).toEqual([]));

test('no page may be framed but those that are made for it', () => {
  const framed = (path: string) => headersFor(table, path)['X-Frame-Options'] !== 'DENY';
  expect(pages.filter(framed)).toEqual(pages.filter(isFrame));
  expect(releasePages.filter(framed)).toEqual(releasePages);
});

test('nothing keeps a page out of the back-forward cache: no unload handler, no no-store', () => {
  const dist = dirname(fileOf('/'));
  const files = globSync('**/*.{js,html}', { cwd: dist });
  const unloads = (file: string) =>
    /\b(before)?unload\b/.test(readFileSync(join(dist, file), 'utf8'));
  expect(files.length).toBeGreaterThan(pages.length);
  expect(files.filter(unloads)).toEqual([]);
  const kept = (path: string) => headersFor(table, path)['Cache-Control'];
  expect(pages.filter((path) => kept(path)?.includes('no-store') ?? true)).toEqual([]);
});

/** What no policy of ours allows, by the directive that forbids it. */
const deeds: Readonly<Record<string, () => void>> = {
  'style-src-attr': () => document.body.setAttribute('style', 'margin: 0'),
  'style-src-elem': () => {
    const style = document.createElement('style');
    style.textContent = 'body { margin: 0 }';
    document.head.append(style);
  },
  'script-src-elem': () => {
    const address: string = 'https://elsewhere.example/a.js';
    import(address).catch(() => 'refused');
  },
  'require-trusted-types-for': () => {
    try {
      document.createElement('p').innerHTML = 'a';
    } catch {
      // It is refused aloud.
    }
  },
  'img-src': () => (new Image().src = 'https://elsewhere.example/a.png'),
  'connect-src': () => void fetch('https://elsewhere.example/').catch(() => 'refused'),
  'frame-src': () => {
    const frame = document.createElement('iframe');
    frame.src = 'https://elsewhere.example/';
    document.body.append(frame);
  },
};

for (const path of ['/', '/search/', framePath(figures[0]!.id)])
  test(`${path}: what is done against its policy is refused, and fails a test`, async ({
    browser,
    baseURL,
    refused,
  }) => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(new URL(path, baseURL).href);
    for (const [directive, deed] of Object.entries(deeds)) {
      await page.evaluate(deed);
      await expect.poll(() => refused.shift()).toContain(`${directive}:`);
    }
    await page.context().close();
    expect(refused).toEqual([]);
  });

test('what a page of somebody else’s does is its own affair', async ({ page, refused }) => {
  const policy = { 'Content-Security-Policy': "default-src 'none'" };
  await page.route('https://host.example/', (route) =>
    route.fulfill({ contentType: 'text/html', headers: policy, body: '<p style="margin:0">' }),
  );
  const said = page.waitForEvent('console');
  await page.goto('https://host.example/');
  expect((await said).text()).toContain('Content Security Policy');
  expect(refused).toEqual([]);
});

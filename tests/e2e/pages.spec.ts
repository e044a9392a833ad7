// What holds for every page that was built.
import { readFileSync } from 'node:fs';
import { loadsOf } from '../../scripts/audit/loads.ts';
import { licensed } from '../../scripts/licences.ts';
import { channels } from '../../src/embed/release.ts';
import { violations } from './axe.ts';
import { noRoom, spaceOut } from './room.ts';
import { expect, isFrame, pages, releasePages, test, watch } from './site.ts';

/** Addresses of the site, each once. */
const fetched = (urls: readonly string[], which: RegExp) =>
  [...new Set(urls.map((url) => new URL(url).pathname))].filter((path) => which.test(path)).sort();

for (const path of pages)
  test(path, async ({ page, baseURL }) => {
    test.slow(); // on a busy machine: axe looks at every letter of it, twice
    const seen = watch(page);
    await page.goto(path, { waitUntil: 'networkidle' });

    await test.step('loads without a complaint and asks nobody else for anything', () => {
      expect.soft(seen.complaints).toEqual([]);
      expect
        .soft(seen.requests.filter((url) => !url.startsWith(baseURL!) && !url.startsWith('data:')))
        .toEqual([]);
    });

    // What the build weighs (scripts/audit/weigh.ts) is what is fetched.
    await test.step('fetches what it is said to weigh', async () => {
      const { scripts, styles, islands, fonts } = loadsOf('dist', path);
      await expect
        .soft(async () => {
          const awake = await page
            .locator('astro-island[client=visible]')
            .evaluateAll((all) => all.map((island) => !island.hasAttribute('ssr')));
          const expected = [scripts, styles, ...islands.filter((_, i) => awake[i])];
          expect(fetched(seen.requests, /\.(js|css)$/)).toEqual(
            [...new Set(expected.flatMap((each) => [...each]))].sort(),
          );
        })
        .toPass({ timeout: 30_000 });
      expect.soft([...fonts]).toEqual(expect.arrayContaining(fetched(seen.requests, /\.woff2$/)));
    });

    await test.step('has a title, one h1, a description and no double ids', async () => {
      expect.soft(await page.title()).not.toBe('');
      await expect.soft(page.locator('h1')).toHaveCount(1);
      if (!isFrame(path))
        await expect.soft(page.locator('meta[name=description]')).toHaveAttribute('content', /\w/);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map((e) => e.id));
      expect.soft(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    });

    // 640 and 320 px: a window of 1280 at 200 % and 400 %.
    await test.step('has room for all of it, at every width', async () => {
      for (const width of [320, 360, 390, 640, 768, 1024, 1280, 1600, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        expect.soft(await noRoom(page), `${width} px`).toEqual([]);
      }
    });

    for (const colorScheme of ['light', 'dark'] as const)
      await test.step(`axe finds nothing, ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme });
        await page.evaluate(async () => {
          document.querySelectorAll('details').forEach((e) => (e.open = true));
          // Colours on their way from one theme to the other are neither's.
          const moving = () => document.getAnimations().map(({ finished }) => finished);
          while (moving().length > 0) await Promise.allSettled(moving());
        });
        // The other theme has other colours; all else is the same.
        const only = colorScheme === 'dark' ? { only: ['color-contrast'] } : {};
        expect.soft(await violations(page, only)).toEqual([]);
      });

    // In a frame, words are in whatever the system has; not every such font leaves so much room.
    if (!isFrame(path))
      await test.step('has room for words that a reader has spaced out', async () => {
        await page.evaluate(() =>
          document.querySelectorAll('details').forEach((e) => (e.open = false)),
        );
        await spaceOut(page);
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          expect.soft(await noRoom(page), `${width} px`).toEqual([]);
        }
      });
  });

test('a release has every frame, the same as without a version', async ({ request }) => {
  expect(releasePages).toHaveLength(channels.length * pages.filter(isFrame).length);
  for (const path of releasePages) {
    const [own, other] = await Promise.all(
      [path, path.replace(/^\/[^/]+/, '')].map(async (each) => (await request.get(each)).text()),
    );
    expect(own === other, path).toBe(true);
  }
});

test('the licences of what others made are there, as far as it is on the site', async ({
  request,
}) => {
  const names = licensed(await (await request.get('/licences.txt')).text());
  const known = [
    'svelte',
    'gsap',
    'd3-array',
    'astro',
    'pagefind',
    '@fontsource-variable/geist-mono',
  ];
  expect(names).toEqual(expect.arrayContaining(known));
  expect(names).not.toContain('playwright');
});

test('an address that is not there gets the 404 page', async ({ page }) => {
  const response = await page.goto('/nowhere/at/all/');
  expect(response!.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('the theme button goes round, and its choice holds on the next page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole('button', { name: 'Theme: system' }).click();
  await page.getByRole('button', { name: 'Theme: light' }).click();
  const dark = await paper();
  expect(dark).not.toBe(light);
  await page.goto('/method/');
  expect(await paper()).toBe(dark);
  await page.getByRole('button', { name: 'Theme: dark' }).click();
  expect(await paper()).toBe(light);
});

test('what wakes a figure begins with the word to V8 that it is to be compiled while it comes', () => {
  const waking = pages
    .filter((path) => path.startsWith('/play/'))
    .flatMap((path) => loadsOf('dist', path).islands.flatMap((files) => [...files]));
  const long = [...new Set(waking)]
    .map((file) => ({ file, code: readFileSync(`dist${file}`, 'utf8') }))
    .filter(({ code }) => code.length > 10_000);
  expect(long.length).toBeGreaterThan(2);
  for (const { file, code } of long)
    expect(code, file).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
});

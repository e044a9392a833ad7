// What holds for every page that was built.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { loadsOf } from '../../scripts/audit/loads.ts';
import { channels } from '../../src/embed/release.ts';
import { isFrame, pages, releasePages, watch } from './site.ts';

/** Addresses of the site, each once. */
const fetched = (urls: readonly string[], which: RegExp) =>
  [...new Set(urls.map((url) => new URL(url).pathname))].filter((path) => which.test(path)).sort();

for (const path of pages) {
  test.describe(path, () => {
    test('loads without a complaint and asks nobody else for anything', async ({
      page,
      baseURL,
    }) => {
      const seen = watch(page);
      await page.goto(path, { waitUntil: 'networkidle' });
      expect(seen.complaints).toEqual([]);
      expect(
        seen.requests.filter((url) => !url.startsWith(baseURL!) && !url.startsWith('data:')),
      ).toEqual([]);

      // What the build weighs (scripts/audit/weigh.ts) is what is fetched.
      const { scripts, styles, islands, fonts } = loadsOf('dist', path);
      await expect(async () => {
        const awake = await page
          .locator('astro-island[client=visible]')
          .evaluateAll((all) => all.map((island) => !island.hasAttribute('ssr')));
        const expected = [scripts, styles, ...islands.filter((_, i) => awake[i])];
        expect(fetched(seen.requests, /\.(js|css)$/)).toEqual(
          [...new Set(expected.flatMap((each) => [...each]))].sort(),
        );
      }).toPass({ timeout: 5_000 });
      expect([...fonts]).toEqual(expect.arrayContaining(fetched(seen.requests, /\.woff2$/)));
    });

    test('has a title, one h1, a description and no double ids', async ({ page }) => {
      await page.goto(path);
      expect(await page.title()).not.toBe('');
      await expect(page.locator('h1')).toHaveCount(1);
      if (!isFrame(path))
        await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /\w/);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map((e) => e.id));
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    });

    test('does not scroll sideways', async ({ page }) => {
      await page.goto(path);
      const overflow: Record<number, number> = {};
      for (const width of [320, 390, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        overflow[width] = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
      }
      expect(overflow).toEqual({ 320: 0, 390: 0, 768: 0, 1280: 0 });
    });

    test.describe('axe', () => {
      test.use({ bypassCSP: true }); // it brings a script of its own

      test('finds nothing, light and dark', async ({ page }) => {
        await page.goto(path, { waitUntil: 'networkidle' });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.evaluate(async () => {
            document.querySelectorAll('details').forEach((e) => (e.open = true));
            // Colours on their way from one theme to the other are neither's.
            const moving = () => document.getAnimations().map(({ finished }) => finished);
            while (moving().length > 0) await Promise.allSettled(moving());
          });
          const axe = new AxeBuilder({ page });
          // The other theme has other colours; all else is the same.
          if (colorScheme === 'dark') axe.withRules('color-contrast');
          const { violations } = await axe.analyze();
          expect(
            violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`),
            colorScheme,
          ).toEqual([]);
        }
      });
    });
  });
}

test('a release has every frame, the same as without a version', async ({ request }) => {
  expect(releasePages).toHaveLength(channels.length * pages.filter(isFrame).length);
  for (const path of releasePages) {
    const [own, other] = await Promise.all(
      [path, path.replace(/^\/[^/]+/, '')].map(async (each) => (await request.get(each)).text()),
    );
    expect(own === other, path).toBe(true);
  }
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

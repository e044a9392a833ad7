// What holds for every page that was built.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { pages, watch } from './site.ts';

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
    });

    test('has a title, one h1, a description and no double ids', async ({ page }) => {
      await page.goto(path);
      expect(await page.title()).not.toBe('');
      await expect(page.locator('h1')).toHaveCount(1);
      if (!path.startsWith('/embed/'))
        await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /\w/);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map((e) => e.id));
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    });

    for (const colorScheme of ['light', 'dark'] as const)
      test(`axe finds nothing, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.goto(path, { waitUntil: 'networkidle' });
        await page.evaluate(() =>
          document.querySelectorAll('details').forEach((e) => (e.open = true)),
        );
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' | ')}`),
        ).toEqual([]);
      });

    for (const width of [320, 390, 768, 1280])
      test(`does not scroll sideways at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(path);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBe(0);
      });
  });
}

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

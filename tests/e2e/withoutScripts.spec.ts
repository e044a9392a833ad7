// Where no script may run: all of the text, and every figure as a picture and as tables.
import { expect, pages, test } from './site.ts';

test.use({ javaScriptEnabled: false });

/** Figures on pages of their own: figures.spec.ts. Presets are frames like the others. */
const others = pages.filter((path) => !/^\/play\/.|^\/embed\/[^/]+\/./.test(path));

for (const path of others)
  test(path, async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('main')).toBeVisible();
    for (const heading of await page.locator('.prose :is(h2, h3)').all())
      await expect(heading).toBeVisible();
    for (const figure of await page.locator('figure.ff').all()) {
      await expect(figure.getByRole('img').first()).toBeVisible();
      await expect(figure.locator('.moment')).toHaveText(/\w/);
      for (const control of ['button', 'slider', 'radio', 'textbox', 'combobox'] as const)
        await expect(figure.getByRole(control)).toHaveCount(0);
      const table = figure.getByRole('table').first();
      await expect(table).toBeHidden();
      await figure.getByText('The numbers as tables').click();
      await expect(table).toBeVisible();
    }
  });

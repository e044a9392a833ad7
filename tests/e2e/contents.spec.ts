// The table of contents beside an article, or folded on top of it.
import type { Page } from '@playwright/test';
import { expect, test } from './site.ts';

const path = '/articles/streaming-batching-async/';
const wide = { width: 1280, height: 800 };

const list = (page: Page) => page.locator('nav.margin');
const current = (page: Page) => list(page).locator('[aria-current="location"]');
const scroll = (page: Page, to: string) =>
  page.evaluate((to) => {
    const top = to === 'end' ? document.documentElement.scrollHeight : 0;
    const heading = document.getElementById(to);
    if (heading) heading.scrollIntoView({ behavior: 'instant' });
    else scrollTo({ top, behavior: 'instant' });
  }, to);

test('marks the section that is being read, down, up and after a jump', async ({ page }) => {
  await page.setViewportSize(wide);
  await page.goto(path);
  await expect(list(page)).toBeVisible();
  await expect(current(page)).toHaveCount(0);
  const hrefs = await list(page)
    .getByRole('link')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
  const ids = hrefs.map((href) => decodeURIComponent(href.slice(1)));
  for (const id of [...ids, ...ids.toReversed()]) {
    await scroll(page, id);
    await expect(current(page)).toHaveAttribute('href', `#${id}`);
  }
  await scroll(page, 'end');
  await expect(current(page)).toHaveAttribute('href', `#${ids.at(-1)!}`);
  await scroll(page, 'top');
  await expect(current(page)).toHaveCount(0);
});

test('stays right when the window changes its size', async ({ page }) => {
  await page.setViewportSize(wide);
  await page.goto(path);
  const second = list(page).getByRole('link').nth(1);
  await second.click();
  await expect(second).toHaveAttribute('aria-current', 'location');
  await page.setViewportSize({ width: 1600, height: 600 });
  await page.evaluate(() => document.querySelector(':target')!.scrollIntoView());
  await expect(second).toHaveAttribute('aria-current', 'location');
  await expect(current(page)).toHaveCount(1);
});

test('a link that has the focus is in front of figures', async ({ page }) => {
  await page.setViewportSize(wide);
  await page.goto(path);
  await page
    .locator('figure.ff')
    .first()
    .evaluate((e) => e.scrollIntoView({ behavior: 'instant' }));
  await page.keyboard.press('Tab');
  const link = list(page).getByRole('link').first();
  await link.focus();
  const inFront = () =>
    link.evaluate((e) => {
      const { x, y, width, height } = e.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) === e;
    });
  await expect.poll(inFront).toBe(true);
});

test('on a phone it folds itself when a section has been chosen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(path);
  const fold = page.locator('nav.fold details');
  await fold.locator('summary').click();
  const link = fold.getByRole('link').nth(1);
  const id = decodeURIComponent((await link.getAttribute('href'))!.slice(1));
  await link.click();
  await expect(fold).not.toHaveAttribute('open');
  await expect(page.locator(`[id="${id}"]`)).toBeInViewport();
});

// Reading without a network what was visited with one.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { figures } from '../../src/components/figures/registry.ts';
import { watch } from './site.ts';

test.use({ serviceWorkers: 'allow' });

/** What is kept, by path. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys())
        paths.push(new URL(url).pathname);
    return paths;
  });

const workers = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

/** A visit by somebody who does something, until the worker has the page. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await kept(page)).includes(path)).toBe(true);
}

async function play(figure: Locator): Promise<void> {
  await figure.getByRole('button', { name: 'Play' }).click();
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(figure.locator('.transport .now')).not.toHaveText('0.00 s');
}

test('what was visited works without a network, its figures too; what was not says so', async ({
  page,
  context,
}) => {
  const id = figures[0]!.id;
  await visit(page, `/play/${id}/`);
  await page.goto('/glossary/');
  await expect.poll(async () => (await kept(page)).includes('/glossary/')).toBe(true);

  await context.setOffline(true);
  const { complaints } = watch(page);
  await page.goto(`/play/${id}/?rate=77`);
  const figure = page.locator(`figure[data-figure="${id}"]`);
  await expect(figure).toHaveAttribute('data-live', 'true');
  await expect(figure.locator('[data-setting=rate]')).toHaveAttribute('data-value', '77');
  await play(figure);
  // GSAP, which nobody had asked for while there was a network. The small clock keeps time.
  expect(complaints).toEqual(['Failed to load resource: net::ERR_FAILED']);

  await page.goto('/sources/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('No network');
  await page.getByRole('link', { name: 'Glossary' }).first().click();
  await expect(page).toHaveURL(/\/glossary\/$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Glossary');
});

test('what comes only when it is asked for is kept from then on', async ({ page }) => {
  const id = figures[0]!.id;
  await visit(page, `/play/${id}/`);
  await page.reload(); // from now on the worker sees every request
  const clocks = async () => (await kept(page)).filter((path) => path.includes('gsapClock')).length;
  expect(await clocks()).toBe(0);
  await play(page.locator(`figure[data-figure="${id}"]`));
  await expect.poll(clocks).toBe(1);
});

test('who only opens a page is sent nothing more, and frames keep nothing', async ({ page }) => {
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(await workers(page)).toBe(0);
  await page.goto(`/embed/${figures[0]!.id}/`);
  await page.keyboard.press('Tab');
  await page.waitForLoadState('networkidle');
  expect(await workers(page)).toBe(0);
});

test('switched off, all that was kept is deleted, and nothing comes back', async ({ page }) => {
  await visit(page, '/method/');
  const box = page.getByRole('checkbox', { name: /for reading offline/ });
  await expect(box).toBeChecked();
  await box.uncheck();
  await expect(page.getByText('Deleted what was kept.')).toBeVisible();
  expect(await kept(page)).toEqual([]);
  expect(await workers(page)).toBe(0);
  await page.reload();
  await expect(box).not.toBeChecked();
  await page.keyboard.press('Tab');
  await page.waitForLoadState('networkidle');
  expect(await workers(page)).toBe(0);
  await box.check();
  await expect.poll(() => workers(page)).toBe(1);
});

test('switched off and on again on one page, it keeps that page again', async ({ page }) => {
  await visit(page, '/method/');
  const box = page.getByRole('checkbox', { name: /for reading offline/ });
  await box.uncheck();
  await expect.poll(() => workers(page)).toBe(0);
  await box.check();
  await expect.poll(() => workers(page)).toBe(1);
});

test('where storage is refused, every page works and there is nothing to choose', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
      Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(document, 'cookie', { get: refuse, set: refuse });
    Object.defineProperty(navigator, 'serviceWorker', { get: refuse });
  });
  const { complaints } = watch(page);
  for (const path of ['/', '/search/', '/embed/', ...figures.map(({ id }) => `/play/${id}/`)]) {
    await page.goto(path);
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: /^Theme/ }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(page.locator('[data-offline]')).toBeHidden();
    for (const live of await page.locator('figure.ff').all())
      await expect(live).toHaveAttribute('data-live', 'true');
  }
  expect(complaints).toEqual([]);
});

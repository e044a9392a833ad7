// Search, over the index that the build made.
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, test, watch } from './site.ts';

const field = (page: Page) => page.getByRole('searchbox');
const status = (page: Page) => page.getByRole('search').locator('~ [role="status"]');
const results = (page: Page) => page.locator('[data-hits] > li');
const isIndex = (url: string | URL) => new URL(url).pathname.startsWith('/pagefind/');

test('finds a term, leads to its anchor, and is still there after Back', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Search' }).click();
  await field(page).fill('idempotency');
  await expect(status(page)).toHaveText(/^Found on \d+ pages?\.$/);
  await expect(page).toHaveURL('/search/?q=idempotency');
  const entry = results(page).getByRole('link', { name: 'Idempotency key' });
  await expect(results(page).locator('mark').first()).toHaveText(/idempotency/i);
  await entry.click();
  await expect(page).toHaveURL('/glossary/#idempotency-key');
  await expect(page.locator(':target')).toBeInViewport();
  await page.goBack();
  await expect(field(page)).toHaveValue('idempotency');
  await expect(entry).toBeVisible();
});

test('an address with words in it searches for them', async ({ page }) => {
  await page.goto('/search/?q=prefill');
  await expect(results(page).first()).toBeVisible();
  await expect(results(page).getByRole('link', { name: 'Prefill' })).toHaveAttribute(
    'href',
    '/glossary/#prefill',
  );
});

test('finds a section by its heading, but no words of footnotes and figures', async ({ page }) => {
  const article = '/articles/streaming-batching-async/';
  await page.goto(article);
  const heading = page.locator('.prose h2[id]').first();
  const [text, id] = [await heading.innerText(), (await heading.getAttribute('id'))!];
  const author = 'Messerschmidt';
  await expect(page.locator('.footnotes')).toContainText(author);
  await page.goto(`/search/?q=${encodeURIComponent(text)}`);
  await expect(results(page).getByRole('link', { name: text })).toHaveAttribute(
    'href',
    `${article}#${id}`,
  );
  for (const word of [author, '"tokens shown"']) {
    await field(page).fill(word);
    await expect(status(page)).toHaveText(`Nothing found for “${word}”.`);
  }
});

for (const query of ['token', 'xylophone'])
  test(`axe finds nothing in what there is for “${query}”`, async ({ page }) => {
    await page.goto(`/search/?q=${query}`);
    await expect(status(page)).not.toBeEmpty();
    expect(await violations(page)).toEqual([]);
  });

test('says that there is nothing, and what to do then', async ({ page }) => {
  await page.goto('/search/?q=xylophone');
  await expect(status(page)).toHaveText('Nothing found for “xylophone”.');
  await expect(page.locator('.for-none').getByRole('link', { name: 'glossary' })).toBeVisible();
  await field(page).fill('');
  await expect(status(page)).toBeEmpty();
  await expect(page.locator('.for-idle')).toBeVisible();
  await expect(page).toHaveURL('/search/');
});

test('loads nothing before somebody searches, and then only from here', async ({
  page,
  baseURL,
}) => {
  const { requests } = watch(page);
  await page.goto('/search/', { waitUntil: 'networkidle' });
  expect(requests.filter(isIndex)).toEqual([]);
  await field(page).fill('buffer');
  await expect(results(page).first()).toBeVisible();
  expect(requests.filter(isIndex)).not.toEqual([]);
  expect(requests.filter((url) => !url.startsWith(baseURL!) && !url.startsWith('data:'))).toEqual(
    [],
  );
});

test('where the index cannot be loaded it says so, and the next question tries again', async ({
  page,
}) => {
  await page.route(isIndex, (route) => route.fulfill({ status: 404, body: 'none' }));
  await page.goto('/search/?q=buffer');
  await expect(status(page)).toHaveText('The search index could not be loaded.');
  await expect(page.getByText('npm start')).toBeVisible();
  await page.unroute(isIndex);
});

test('without JavaScript it says so, and where everything is', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/search/');
  await expect(field(page)).toBeHidden();
  await expect(page.locator('noscript p')).toContainText('Searching needs JavaScript');
  await expect(page.locator('noscript p')).toBeVisible();
  await page.locator('noscript').getByRole('link', { name: 'glossary' }).click();
  await expect(page).toHaveURL('/glossary/');
  await context.close();
});

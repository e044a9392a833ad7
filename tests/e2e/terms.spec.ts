// A term in a text, and its entry in the glossary.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, pages, test } from './site.ts';

const marks = (path: string) =>
  readFileSync(`dist${path}index.html`, 'utf8').includes('class="term"');
const path = pages.find((page) => page.endsWith('/') && marks(page))!;

const terms = (page: Page) => page.locator('.term');
const first = (page: Page) => {
  const term = terms(page).first();
  return { word: term.getByRole('link'), definition: term.locator('.definition') };
};

test('its definition shows on hover, stays while the pointer is on it, and goes', async ({
  page,
}) => {
  await page.goto(path);
  const { word, definition } = first(page);
  await expect(definition).toBeHidden();
  await word.hover();
  await expect(definition).toBeVisible();
  const [from, to] = [(await word.boundingBox())!, (await definition.boundingBox())!];
  // In small steps over the gap between the two.
  const x = from.x + from.width / 2;
  await page.mouse.move(x, from.y + from.height / 2);
  await page.mouse.move(x, to.y + to.height / 2, { steps: 40 });
  await expect(definition).toBeVisible();
  await page.mouse.move(1, 1);
  await expect(definition).toBeHidden();
});

test('Escape hides it from the pointer, until the pointer comes back', async ({ page }) => {
  await page.goto(path);
  const { word, definition } = first(page);
  await word.hover();
  await expect(definition).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await page.mouse.move(1, 1);
  await word.hover();
  await expect(definition).toBeVisible();
});

test('it shows on focus, is its description, and Escape hides it and leaves the focus', async ({
  page,
}) => {
  await page.goto(path);
  const { word, definition } = first(page);
  await page.keyboard.press('Tab');
  await word.focus();
  await expect(definition).toBeVisible();
  await expect(word).toHaveAccessibleDescription(
    (await definition.innerText()).replace(/\s+/g, ' '),
  );
  await page.keyboard.press('Escape');
  await expect(definition).toBeHidden();
  await expect(word).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in an open definition, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(path);
    const { word, definition } = first(page);
    await word.hover();
    await expect(definition).toBeVisible();
    expect(await violations(page, { within: '.term' })).toEqual([]);
  });

for (const width of [320, 390, 1280, 1600])
  test(`every definition is whole in a window of ${width} px, wherever the word stands`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(path);
    await page.keyboard.press('Tab');
    const cut = await terms(page).evaluateAll(async (all) => {
      /** How much of it is in sight, as the browser sees it. */
      const inSight = (element: Element) =>
        new Promise<number>((resolve) => {
          const observer = new IntersectionObserver(([entry]) => {
            observer.disconnect();
            resolve(entry!.intersectionRatio);
          });
          observer.observe(element);
        });
      const out: string[] = [];
      for (const term of all)
        for (const block of ['start', 'end'] as const) {
          const word = term.querySelector('a')!;
          word.scrollIntoView({ block, behavior: 'instant' });
          word.focus();
          if ((await inSight(term.querySelector('.definition')!)) < 1)
            out.push(`${word.textContent} at the ${block}`);
        }
      return out;
    });
    expect(cut).toEqual([]);
  });

test('a finger’s first tap shows it, a tap elsewhere hides it, and a second one follows the link', async ({
  browser,
}) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
  });
  const page = await context.newPage();
  await page.goto(path);
  const { word, definition } = first(page);
  await word.tap();
  await expect(definition).toBeVisible();
  await page.getByRole('heading', { level: 1 }).tap();
  await expect(definition).toBeHidden();
  await word.tap();
  await expect(definition).toBeVisible();
  await word.tap();
  await expect(page).toHaveURL(/\/glossary\/#/);
  await context.close();
});

test('without JavaScript it shows on hover and leads to the glossary', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path);
  const { word, definition } = first(page);
  await word.hover();
  await expect(definition).toBeVisible();
  await word.click();
  await expect(page).toHaveURL(/\/glossary\/#/);
  await expect(page.locator(':target')).toBeInViewport();
  await context.close();
});

test('is plain text on paper', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(path);
  const { word, definition } = first(page);
  await word.focus();
  await expect(definition).toBeHidden();
  await expect(word).toHaveCSS('text-decoration-line', 'none');
});

test('the glossary stands in alphabetical order, and leads back to where a term is used', async ({
  page,
}) => {
  await page.goto('/glossary/');
  const names = await page.locator('.entry h2').allInnerTexts();
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'en')));
  await page.locator(`.entry a[href^="${path}#term-"]`).first().click();
  await expect(page.locator('.term:target')).toBeInViewport();
});

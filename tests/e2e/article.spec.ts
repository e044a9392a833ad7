// What an article adds to its figures: numbers that set them, notes, a table of contents, print.
import type { Page } from '@playwright/test';
import { controlOf, expect, test } from './site.ts';

const path = '/articles/streaming-batching-async/';

/** The numbers in the prose that set a figure. */
const numbers = (page: Page) => page.locator('button.set');

test('a figure stands in the first screen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path);
  const box = await page.locator('figure.ff').first().boundingBox();
  expect(box!.y).toBeLessThan(900 - 150);
});

test('every number in the prose sets the figure it names, by mouse and by keyboard', async ({
  page,
}) => {
  await page.goto(path);
  const count = await numbers(page).count();
  expect(count).toBeGreaterThan(5);
  for (let i = 0; i < count; i++) {
    const number = numbers(page).nth(i);
    const id = (await number.getAttribute('data-figure-id'))!;
    const settings = new URLSearchParams((await number.getAttribute('data-settings'))!);
    await number.focus();
    await page.keyboard.press(i % 2 === 0 ? 'Enter' : 'Space');
    const figure = page.locator(`figure#${id}`);
    await expect(figure).toHaveAttribute('data-live', 'true');
    await expect(figure.locator('.problems')).toBeEmpty();
    for (const [name, value] of settings) {
      await expect(await controlOf(figure, name)).toHaveAttribute('data-value', value);
    }
  }
});

test('a number leads to its figure when that is out of sight, every time', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(path);
  const figure = page.locator('figure#first-look');
  const number = page.locator('button.set[data-figure-id=first-look]').last();
  for (let time = 0; time < 2; time++) {
    await number.focus();
    await expect(figure).not.toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(figure).toBeInViewport();
    await expect(figure).toBeFocused();
  }
});

test('what a number changes is said once', async ({ page }) => {
  await page.clock.install();
  await page.goto(path);
  const figure = page.locator('figure#first-look');
  await expect(figure).toHaveAttribute('data-live', 'true');
  const number = page.locator('button.set[data-figure-id=first-look][data-settings="rate=5"]');
  const said = await figure.locator('[aria-live=polite]').evaluateHandle((region) => {
    const texts: (string | null)[] = [];
    new MutationObserver(() => texts.push(region.textContent)).observe(region, {
      characterData: true,
      childList: true,
      subtree: true,
    });
    return texts;
  });
  for (const times of [1, 2]) {
    await number.press('Enter');
    await page.clock.runFor(2000);
    expect(await said.jsonValue()).toHaveLength(times); // again, when it is asked again
  }
});

test('figures wake only when they come near the screen', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.locator('figure.ff').first()).toHaveAttribute('data-live', 'true');
  await expect(page.locator('figure.ff').last()).not.toHaveAttribute('data-live', 'true');
  await page.locator('figure.ff').last().scrollIntoViewIfNeeded();
  await expect(page.locator('figure.ff').last()).toHaveAttribute('data-live', 'true');
});

test('without JavaScript the whole article is there, its figures as pictures and tables', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(path);
  for (const figure of await page.locator('figure.ff').all()) {
    await expect(figure.getByRole('img').first()).toBeVisible();
    await expect(figure.getByText('The numbers as tables')).toBeVisible();
  }
  await context.close();
});

test('a note stands in the margin where there is room; its number leads to the list at the end and back', async ({
  page,
}) => {
  await page.goto(path);
  const number = page.locator('p > .cite a').first();
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const note = page.locator('p > .cite + .note').first();
    if (width < 1100) {
      await expect(note).toBeHidden();
      continue;
    }
    const [beside, text] = [(await note.boundingBox())!, (await number.boundingBox())!];
    expect(beside.x).toBeGreaterThan(text.x + text.width);
    expect(beside.x + beside.width).toBeLessThanOrEqual(width);
  }
  await number.click();
  await expect(page.locator(':target')).toBeInViewport();
  await page.locator(':target').getByRole('link', { name: /back/i }).first().click();
  await expect(number).toBeInViewport();
});

test('prints its figures at rest, and none of the controls', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(path);
  await expect(page.locator('header.bar')).toBeHidden();
  for (const figure of await page.locator('figure.ff').all()) {
    await expect(figure.getByRole('img').first()).toBeVisible();
    await expect(figure.getByRole('button').first()).toBeHidden();
  }
});

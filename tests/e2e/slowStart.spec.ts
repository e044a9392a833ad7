// A page whose scripts and fonts are long in coming: it can be read, its figures are there, and nothing moves when all of
// it arrives. Nothing here waits for a time: what is late is held back until the test lets it go.
import { expect, holdBack, isFrame, pages, test } from './site.ts';

const withFigures = /^\/(articles\/.*|play\/.+|)$/;

/** Where everything stands in the document that a reader could lose. */
const places = () =>
  [...document.querySelectorAll('main :is(p, h2, h3, table, figure, pre), footer')]
    .filter((element) => element.checkVisibility())
    .map((element) => {
      const { top, height } = element.getBoundingClientRect();
      return `${element.tagName} ${Math.round(top + scrollY)} ${Math.round(height)}`;
    });

for (const path of pages.filter((one) => withFigures.test(one) && !isFrame(one)))
  test(`${path} before any script: to be read as it is, and nothing moves when they come`, async ({
    page,
  }) => {
    const scripts = await holdBack(page, /\.js$/);
    const fonts = await holdBack(page, /\.woff2$/);
    await page.addInitScript(() => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
      Object.assign(window, { shifts });
    });
    await page.goto(path, { waitUntil: 'commit' });
    await expect(page.locator('footer')).toBeAttached();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const figures = page.locator('figure.ff');
    for (const figure of await figures.all()) {
      await expect(figure.getByRole('img').first()).toBeVisible();
      await expect(figure.locator('.finding')).toHaveText(/\.$/);
      await expect(figure).not.toHaveAttribute('data-live');
    }
    fonts();
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    const before = await page.evaluate(places);

    scripts();
    for (const figure of await figures.all()) {
      await figure.scrollIntoViewIfNeeded();
      await expect(figure).toHaveAttribute('data-live', 'true');
    }
    expect(await page.evaluate(places)).toEqual(before);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual(
      [],
    );
  });

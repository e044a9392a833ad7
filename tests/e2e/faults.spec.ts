// What fails in a figure stays in it: its picture stands there all the same, a line says so, and the page goes on.
import type { Locator, Page } from '@playwright/test';
import { figures } from '../../src/components/figures/registry.ts';
import { inCode, inDrawing, poisonable, type Builtin, type Poison } from './poison.ts';
import { expect, holdBack, test, watch } from './site.ts';

const figureOn = (page: Page, id: string) => page.locator(`figure[data-figure="${id}"]`);
const line = (page: Page) => page.getByRole('status').filter({ hasText: /could not|failed/ });
const poison = (page: Page, name: Builtin, times: number) =>
  page.evaluate(([of, n]) => (window as unknown as Poison).poison(of, n), [name, times] as const);
const antidote = (page: Page) => page.evaluate(() => (window as unknown as Poison).antidote());

/** What a reader sees of it: its words and numbers, and the shapes of its picture. */
const seen = (figure: Locator) =>
  figure.evaluate((root) =>
    [...root.querySelectorAll('.title, .caption, [part=picture]')].map((part) => [
      part.textContent.replace(/\s+/g, ' '),
      [...part.querySelectorAll('path')].map((path) => path.getAttribute('d')),
    ]),
  );

/** Custom properties that the build has taken out of style attributes, and that its elements now lack. */
const lost = (figure: Locator) =>
  figure.evaluate((root) => {
    const names: string[] = [];
    // With loops: what arrays do may be poisoned.
    for (const { cssRules } of document.styleSheets)
      for (const group of cssRules) {
        if (!(group instanceof CSSStyleRule) || !group.selectorText.endsWith(':not(#_)')) continue;
        for (const {
          selectorText,
          style,
        } of group.cssRules as Iterable<CSSRule> as Iterable<CSSStyleRule>)
          for (const name of style)
            for (const element of root.querySelectorAll(/\[.*\]/.exec(selectorText)![0])) {
              const value = style.getPropertyValue(name);
              if (!name.startsWith('--') || value.includes('var')) continue;
              if (getComputedStyle(element).getPropertyValue(name) !== value) names.push(name);
            }
      }
    return names;
  });

/** Nothing of it looks as if it could be used. */
async function expectStill(figure: Locator): Promise<void> {
  expect(await lost(figure)).toEqual([]);
  await expect(figure.getByRole('img').first()).toBeVisible();
  await expect(figure.locator('.finding')).toHaveText(/\.$/);
  await expect(figure.locator(':is(button, input, select):visible')).toHaveCount(0);
}

/** In a setting read, in what is drawn first, and in what Svelte itself would tidy up with. */
const wakers = ['URLSearchParams', 'Math.round', 'Array.prototype.flatMap'] as const;

for (const { id, presets, settings } of figures)
  test.describe(id, () => {
    for (const name of wakers)
      test(`that throws on waking, in ${name}, stands still and can be tried again`, async ({
        page,
      }) => {
        const { complaints } = watch(page);
        await poisonable(page, name);
        const scripts = await holdBack(page, /\.js$/);
        await page.goto(`/play/${id}/`, { waitUntil: 'commit' });
        await expect(page.locator('footer')).toBeAttached();
        const figure = figureOn(page, id);
        const still = await seen(figure);
        scripts();
        await expect(line(page)).toHaveText(/could not/);
        await expectStill(figure);
        expect(await seen(figure)).toEqual(still);
        expect(await antidote(page)).toBeGreaterThan(0);
        expect(complaints.join()).toContain('injected');

        const button = line(page).getByRole('button', { name: 'Try again' });
        if (!(await button.isVisible())) return; // its module would not even run
        await button.click();
        await expect(figure).toHaveAttribute('data-live', 'true');
        await expect(line(page)).toHaveCount(0);
        expect(await seen(figure)).toEqual(still);
      });

    test('that throws after a setting changed goes back to the last that could be drawn', async ({
      page,
    }) => {
      await poisonable(page);
      await page.goto(`/play/${id}/`);
      const figure = figureOn(page, id);
      await expect(figure).toHaveAttribute('data-live', 'true');
      const choose = (i: number) =>
        figure.getByRole('button', { name: presets[i]!.label, exact: true }).click();
      await choose(1);
      const changed = await seen(figure);
      await choose(0);
      const before = await seen(figure);
      expect(changed).not.toEqual(before);

      let struck = 0;
      for (const [name, times] of [
        ...inCode.map((one) => [one, Infinity] as const),
        ...inDrawing.map((one) => [one, 1] as const),
      ])
        await test.step(name, async () => {
          await poison(page, name, times);
          await choose(1);
          const thrown = await antidote(page);
          struck += Math.min(thrown, 1);
          if (thrown === 0) expect(await seen(figure)).toEqual(changed);
          else await expect(line(page)).toHaveCount(1);
          const stuck = line(page).getByRole('button', { name: 'Try again' });
          if (await stuck.isVisible()) {
            await expectStill(figure);
            await stuck.click();
          } else if (thrown > 0) {
            await expect(line(page)).toHaveText(/These settings could not be drawn/);
            expect(await seen(figure)).toEqual(before);
            await choose(1); // which now works
            expect(await seen(figure)).toEqual(changed);
          }
          await expect(line(page)).toHaveCount(0);
          await choose(0);
          await expect.poll(() => seen(figure)).toEqual(before);
        });
      expect(struck).toBeGreaterThan(2);
    });

    if ('t' in settings)
      test('that throws while it plays is back where it starts', async ({ page }) => {
        await page.clock.install();
        await poisonable(page);
        await page.goto(`/play/${id}/`);
        const figure = figureOn(page, id);
        await expect(figure).toHaveAttribute('data-live', 'true');
        const before = await seen(figure);
        await figure.getByRole('button', { name: 'Play' }).click();
        await page.clock.runFor(200);
        await poison(page, 'Number.prototype.toFixed', 1);
        await expect
          .poll(async () => (await page.clock.runFor(100), line(page).count()), { intervals: [10] })
          .toBe(1);
        await expect(line(page)).toHaveText(/This moment could not be drawn/);
        expect(await seen(figure)).toEqual(before);
        await figure.getByRole('button', { name: 'Play' }).click();
        await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
      });
  });

test('code that does not come: every figure stands still and says so, and the page can be read', async ({
  page,
}) => {
  await page.route('**/_astro/*.js', (route) => route.abort());
  for (const path of ['/', ...figures.map(({ id }) => `/play/${id}/`)]) {
    await page.clock.install();
    await page.goto(path);
    const figure = page.locator('figure.ff').first();
    await figure.scrollIntoViewIfNeeded();
    await expect
      .poll(async () => (await page.clock.runFor(500), line(page).count()), { intervals: [50] })
      .toBe(1);
    await expectStill(figure);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
});

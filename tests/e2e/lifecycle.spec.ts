// What a browser does to a page while a figure plays: an hour in a hidden tab, another size, another theme, paper, a page
// that is left and come back to. The picture and its moment are right after each. The clock is the test's.
import { expect, test, type Locator, type Page } from '@playwright/test';
import { figures } from '../../src/components/figures/registry.ts';

const HOUR = 3_600_000;
const moment = async (figure: Locator) =>
  parseFloat(await figure.locator('.transport .now').innerText());

async function hide(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}

for (const { id, settings } of figures)
  if ('t' in settings)
    test(`${id} while it plays: hidden for an hour, resized, printed, in the other theme, left and come back to`, async ({
      page,
    }) => {
      await page.clock.install();
      await page.goto(`/play/${id}/`);
      const figure = page.locator(`figure[data-figure="${id}"]`);
      await expect(figure).toHaveAttribute('data-live', 'true');
      await page.clock.pauseAt(Date.now() + 60_000);
      await figure.getByRole('combobox', { name: 'Speed' }).selectOption('0.1');
      await figure.getByRole('button', { name: 'Play' }).click();
      const runs = async (from: number) =>
        expect
          .poll(async () => (await page.clock.runFor(50), moment(figure)), { intervals: [10] })
          .toBeGreaterThan(from);
      await runs(0);

      await test.step('hidden for an hour', async () => {
        await hide(page, true);
        const before = await moment(figure);
        await page.clock.fastForward(HOUR);
        expect(await moment(figure)).toBe(before);
        await hide(page, false);
        await page.clock.runFor(100);
        expect((await moment(figure)) - before).toBeLessThan(0.1);
        await runs(before);
      });

      await test.step('frozen by the browser, as on its way into the back-forward cache, and back', async () => {
        const before = await moment(figure);
        await page.evaluate(() => {
          dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
        });
        await hide(page, true);
        await page.clock.fastForward(HOUR);
        await page.evaluate(() => {
          dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        });
        await hide(page, false);
        await page.clock.runFor(100);
        expect((await moment(figure)) - before).toBeLessThan(0.1);
        await runs(before);
      });

      await test.step('resized, in the other theme, on paper', async () => {
        const before = await moment(figure);
        await page.setViewportSize({ width: 390, height: 800 });
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.emulateMedia({ media: 'print' });
        await expect(figure.locator('.transport')).toBeHidden();
        await expect(figure.locator('.moment')).toHaveText(/^At \d/);
        await page.emulateMedia({ media: 'screen' });
        await runs(before);
        const sideways = () =>
          page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(await sideways()).toBeLessThanOrEqual(0);
      });

      await test.step('left and come back to', async () => {
        await figure.getByRole('button', { name: 'Pause' }).click();
        await page.clock.runFor(500); // the address follows
        const [rest, said] = [await moment(figure), await figure.locator('.moment').innerText()];
        expect(rest).toBeGreaterThan(0);
        await page.goto('/glossary/');
        await page.goBack();
        await expect(figure).toHaveAttribute('data-live', 'true');
        await expect(figure.locator('.moment')).toHaveText(said);
        expect(await moment(figure)).toBe(rest);
      });
    });

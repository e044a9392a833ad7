// The reader leaves the page and comes back: the browser loads it again, or takes it out of its cache as it was.
import { figures } from '../../../src/components/figures/registry.ts';
import { element, elementModule, iframe, loader, telling } from './cases.ts';
import { expect, Host, hostOrigin, often, test, type FigureElement } from './host.ts';

const figure = figures[0]!;
const given = { figure, query: 'rate=90' };
const [name, value] = telling(figure)[0]!;

for (const kept of [false, true])
  test(
    kept ? 'kept by the browser' : 'loaded again',
    async ({ playwright, launchOptions, baseURL }) => {
      const browser = await playwright.chromium.launch({
        ...launchOptions,
        ignoreDefaultArgs: kept ? ['--disable-back-forward-cache'] : [],
      });
      const page = await browser.newPage({ permissions: ['local-network-access'] });
      const host = new Host(page, baseURL!);
      await host.serve('/away', 'away');
      await host.open(
        iframe(host.ours, given) +
          element(given) +
          elementModule(host.ours, figure) +
          loader(host.ours) +
          // Of a frame that was kept, Playwright sees nothing: the page says what it hears of it.
          `<script>
          addEventListener('pageshow', ({ persisted }) => (document.body.dataset.kept = persisted));
          addEventListener('message', ({ data }) => data.height && (document.body.dataset.height = data.height + 'px'));
          addEventListener('ff-change', ({ target, detail }) => (target.dataset.found = detail.result.finding));
        </script>`,
      );
      const it = await host.element(figure);
      const found = () => it.evaluate((e: FigureElement) => e.result!.finding);
      const frame = page.locator('iframe');
      await host.frame();

      /** Changes the setting in both, and sees that they come to the same. */
      const change = async (to: string | null) => {
        const before = await found();
        await it.evaluate((e, change) => Object.assign(e, change), { [name]: to });
        await host.say({ type: 'set', values: { [name]: to } });
        await expect(frame).toHaveAttribute('data-found', await found());
        expect(await found()).not.toBe(before);
      };
      await change(value);
      const changed = await found();

      await page.goto(`${hostOrigin}/away`);
      await page.evaluate(() => void setTimeout(() => history.back()));
      await expect(page.locator('body')).toHaveAttribute('data-kept', String(kept));
      await host.element(figure);
      if (!kept) await host.frame();
      expect((await found()) === changed).toBe(kept);
      await change(kept ? null : value);
      await page.evaluate(() => delete document.body.dataset['height']);
      await host.say({ type: 'hello' });
      const height = () => frame.evaluate((e) => [document.body.dataset['height'], e.style.height]);
      await expect.poll(async () => new Set(await height()).size, often).toBe(1);
      expect(host.complaints).toEqual([]);
      await browser.close();
    },
  );

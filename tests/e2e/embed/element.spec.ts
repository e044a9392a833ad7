// A custom element on a page that allows nothing but the one line we publish.
import { policyFor } from '../../../src/embed/snippets/policy.ts';
import { violations } from '../axe.ts';
import { cases, element, elementModule, findingOf, telling, wholeQuery } from './cases.ts';
import { expect, often, reads, test, type FigureElement } from './host.ts';

const strict = (ours: string) =>
  `default-src 'none'; require-trusted-types-for 'script'; ${policyFor('element', ours)!}`;

for (const given of cases)
  test(`${given.name}: drawn, the right numbers, within its width`, async ({ host, page }) => {
    const { figure } = given;
    const query = wholeQuery(given);
    await page.setViewportSize({ width: 720, height: 900 });
    await host.open(element(given) + elementModule(host.ours, figure), {
      policy: strict(host.ours),
    });
    const it = await host.element(figure);
    const finding = it.locator('.finding');
    const expected = await findingOf(figure, query);
    expect(reads(await finding.innerText())).toBe(reads(expected));
    expect(await it.evaluate((e: FigureElement) => e.result!.finding)).toBe(expected);
    await expect(page.getByText('without a script')).toBeHidden();
    const loaded = host.requests.length;

    await test.step('at every width, closed and open', async () => {
      const off = () =>
        it.evaluate((e: FigureElement) => ({
          height: e.offsetHeight - e.shadowRoot!.querySelector<HTMLElement>('.ff')!.offsetHeight,
          sideways: document.documentElement.scrollWidth - innerWidth,
        }));
      for (const summary of await it.locator('summary:not(.button)').all()) await summary.click();
      for (const width of [320, 720, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await expect.poll(off, often).toEqual({ height: 0, sideways: 0 });
      }
    });

    await test.step('accessible', async () => {
      // Its own page is looked at with tables open and closed; what differs here is the shadow root around it.
      const without = ['region', 'landmark-one-main', 'page-has-heading-one'];
      expect(await violations(page, { within: `ff-${figure.id}`, without })).toEqual([]);
    });

    await test.step('changed by the host', async () => {
      const [name, value] = telling(figure)[0]!;
      await it.evaluate((e, change) => e.setAttribute(...change), [name, value] as const);
      const changed = new URLSearchParams(query);
      changed.set(name, value);
      const then = await findingOf(figure, changed.toString());
      await expect.poll(async () => reads(await finding.innerText()), often).toBe(reads(then));
    });

    expect(host.requests.slice(loaded)).toEqual([]);
  });

test('every control is reached by keyboard, in and out of the shadow root', async ({
  host,
  page,
}) => {
  const figures = cases.filter(({ preset }) => !preset);
  await host.open(
    `<button>before</button>${figures.map((given) => element(given)).join('')}<button>after</button>` +
      figures.map(({ figure }) => elementModule(host.ours, figure)).join(''),
  );
  for (const { figure } of figures) await host.element(figure);
  await page.getByRole('button', { name: 'before', exact: true }).focus();
  const reached: string[] = [];
  let now = '';
  for (let i = 0; i < 300 && now !== 'after'; i++) {
    await page.keyboard.press('Tab');
    now = await page.evaluate(() => {
      const outer = document.activeElement!;
      const inner = outer.shadowRoot?.activeElement;
      return `${inner ? outer.localName + ' ' : ''}${(inner ?? outer).textContent.trim()}`;
    });
    reached.push(now);
  }
  expect(now).toBe('after');
  for (const { figure } of figures) {
    expect(reached).toContain(`ff-${figure.id} The numbers as tables`);
    expect(reached).toContain(`ff-${figure.id} ${figure.presets[1]!.label}`);
  }
  const last = page.locator(`ff-${figures.at(-1)!.figure.id}`);
  await page.keyboard.press('Shift+Tab');
  await expect(last.getByRole('link', { name: /Feels Fast/ })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(last.getByRole('table').first()).toBeVisible();
});

// A figure in an iframe on a page that allows nothing but the one line we publish.
import { policyFor } from '../../../src/embed/snippets/policy.ts';
import { cases, findingOf, iframe, loader, telling, wholeQuery } from './cases.ts';
import { expect, often, reads, test } from './host.ts';

const strict = (ours: string) =>
  `default-src 'none'; require-trusted-types-for 'script'; ${policyFor('iframe', ours)!}`;

for (const given of cases)
  test(`${given.name}: drawn, the right numbers, as high as it is`, async ({ host, page }) => {
    const { figure } = given;
    await page.setViewportSize({ width: 720, height: 900 });
    await host.open(iframe(host.ours, given) + loader(host.ours), { policy: strict(host.ours) });
    const frame = await host.frame();
    const finding = frame.locator('.finding');
    const query = wholeQuery(given);
    expect(reads(await finding.innerText())).toBe(reads(await findingOf(figure, query)));
    const loaded = host.requests.length;

    await test.step('at every width, closed and open', async () => {
      for (const width of [320, 720, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await host.expectFit();
      }
      const count = await frame.locator('.ff > details, .ff > div > details').count();
      for (let i = 0; i < count; i++) {
        await frame.locator('summary:not(.button)').nth(i).click();
        await host.expectFit();
      }
    });

    await test.step('changed by the host', async () => {
      const [name, value] = telling(figure)[0]!;
      await host.say({ type: 'set', values: { [name]: value } });
      const changed = new URLSearchParams(query);
      changed.set(name, value);
      const then = await findingOf(figure, changed.toString());
      await expect.poll(async () => reads(await finding.innerText()), often).toBe(reads(then));
      await host.expectFit();
    });

    expect(host.requests.slice(loaded)).toEqual([]);
  });

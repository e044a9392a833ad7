// Whatever a page gives, in whatever form: no error, no blank figure, no number that is none.
import fc from 'fast-check';
import { figures } from '../../../src/components/figures/registry.ts';
import { anyMessage, anything, anyQuery, noNumber, seed } from '../../embed/arbitraries.ts';
import { elementModule, iframe, loader } from './cases.ts';
import { expect, often, test } from './host.ts';
import { defineDrawn, stands, tryElements, type Drawn, type Try } from './tryElements.ts';

test.beforeEach(({ page }) => page.addInitScript(defineDrawn));

for (const figure of figures) {
  test(`${figure.id}: elements with any attributes and properties`, async ({ host, page }) => {
    await host.open(elementModule(host.ours, figure));
    const name = fc.constantFrom(...Object.keys(figure.settings), 'theme');
    const value = fc.oneof(
      { weight: 9, arbitrary: anything(figure) },
      { weight: 1, arbitrary: fc.constantFrom(undefined, ...stands) },
    );
    const tries = fc.sample<Try>(
      fc.record({
        way: fc.constantFrom('attribute', 'property', 'both', 'markup'),
        values: fc.dictionary(name, value, { maxKeys: 6 }),
      }),
      { numRuns: 70, seed },
    );
    const wrong = await page.evaluate(tryElements, {
      tag: `ff-${figure.id}`,
      tries,
      never: noNumber.source,
    });
    expect(wrong).toEqual([]);
    for (const complaint of host.complaints.splice(0)) expect(complaint).toContain(figure.title);
  });

  test(`${figure.id}: frames with any query string`, async ({ host }) => {
    await host.open(iframe(host.ours, { figure, query: '' }) + loader(host.ours));
    const frame = await host.frame();
    for (const query of fc.sample(anyQuery(figure), { numRuns: 20, seed })) {
      const url = `${host.ours}/embed/${figure.id}/?${query}`;
      await frame.goto(url, { waitUntil: 'domcontentloaded' });
      const seen = await frame.evaluate(() => ({
        live: document.querySelector('.ff')!.hasAttribute('data-live'),
        finding: document.querySelector('.finding')!.textContent,
        height: document.documentElement.offsetHeight,
        markup: (window as unknown as Drawn).drawn(document),
      }));
      expect(seen.live, query).toBe(true);
      expect(seen.finding, query).toMatch(/\.$/);
      expect(seen.height, query).toBeGreaterThan(300);
      expect(noNumber.exec(seen.markup)?.[0], query).toBeUndefined();
    }
    for (const complaint of host.complaints.splice(0)) expect(complaint).toContain(figure.title);
  });
}

test('ten thousand messages of any kind to a frame', async ({ host, page }) => {
  const figure = figures[0]!;
  await host.open(iframe(host.ours, { figure, query: '' }) + loader(host.ours));
  const frame = await host.frame();
  const messages = fc.sample(anyMessage(figure), { numRuns: 10_000, seed });
  await page.evaluate(
    (all) => {
      const { contentWindow } = document.querySelector('iframe')!;
      for (const one of all) contentWindow!.postMessage(one, '*');
    },
    messages as readonly object[],
  );

  const defaults = Object.fromEntries(Object.keys(figure.settings).map((name) => [name, null]));
  await host.say({ type: 'command', name: 'pause' });
  await host.say({ type: 'set', values: { ...defaults, rate: 77 } });
  await host.say({ type: 'theme', theme: 'dark' });
  const link = frame.getByRole('link', { name: /Feels Fast/ });
  const query = async () => new URL((await link.getAttribute('href'))!).search;
  await expect.poll(query, { ...often, timeout: 60_000 }).toBe('?rate=77');
  await expect(frame.locator('.problems')).toBeEmpty();
  await host.expectFit();
  expect(noNumber.exec(await frame.locator('.ff').innerHTML())?.[0]).toBeUndefined();
  expect(await frame.evaluate(() => 'polluted' in {})).toBe(false);
  for (const complaint of host.complaints.splice(0)) expect(complaint).toContain(figure.title);
});

// Twenty figures on a page, and two versions of us at once.
import { figures } from '../../../src/components/figures/registry.ts';
import { element, elementModule, iframe, loader, telling, wholeQuery, findingOf } from './cases.ts';
import { expect, reads, test, type FigureElement, type Host } from './host.ts';

/** Twenty figures, each preset in turn. */
const twenty = Array.from({ length: 20 }, (_, i) => {
  const figure = figures[i % figures.length]!;
  const preset = figure.presets[Math.floor(i / figures.length) % figure.presets.length]!.id;
  return { figure, preset, query: '' };
});

/** Begins to measure. What comes back tells, and never judges: machines differ. */
async function measure({ page }: Host): Promise<(what: string) => Promise<void>> {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  const started = performance.now();
  return async (type) => {
    const { metrics } = await client.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)!.value.toFixed(2);
    const ready = ((performance.now() - started) / 1000).toFixed(2);
    const description = `ready after ${ready} s; the page's own thread worked ${of('TaskDuration')} s, of that script ${of('ScriptDuration')} s, layout ${of('LayoutDuration')} s`;
    test.info().annotations.push({ type, description });
    console.log(`      ${type}: ${description}`);
  };
}

test('twenty elements', async ({ host, page }) => {
  const report = await measure(host);
  await host.open(
    twenty.map((given) => element(given)).join('') +
      figures.map((figure) => elementModule(host.ours, figure)).join(''),
  );
  const elements = page.locator(figures.map(({ id }) => `ff-${id}`).join());
  await expect(elements.locator('figure.ff[data-live]')).toHaveCount(20);
  await report('twenty elements');
  const found = await elements.evaluateAll((all) =>
    (all as FigureElement[]).map((e) => e.result!.finding),
  );
  expect(found).toEqual(
    await Promise.all(twenty.map((given) => findingOf(given.figure, wholeQuery(given)))),
  );
  expect(
    await elements.evaluateAll((all) => all.every((e) => (e as HTMLElement).offsetHeight > 300)),
  ).toBe(true);

  // Each is itself: what one is told, no other hears.
  const [name, value] = telling(figures[0]!)[0]!;
  await elements.first().evaluate((e, change) => e.setAttribute(...change), [name, value] as const);
  const after = await elements.evaluateAll((all) =>
    (all as FigureElement[]).map((e) => e.result!.finding),
  );
  expect(after.slice(1)).toEqual(found.slice(1));
  expect(after[0]).not.toBe(found[0]);
});

test('twenty iframes', async ({ host, page }) => {
  const report = await measure(host);
  const frames = twenty.map((given) => iframe(host.ours, given).replace('loading="lazy"', ''));
  await host.open(frames.join('') + loader(host.ours));
  for (const [i, given] of twenty.entries()) {
    const frame = page.locator('iframe').nth(i).contentFrame();
    await expect(frame.locator('figure.ff[data-live]')).toBeVisible();
    const finding = await frame.locator('.finding').innerText();
    expect(reads(finding)).toBe(reads(await findingOf(given.figure, wholeQuery(given))));
  }
  await report('twenty iframes');
  for (const i of twenty.keys()) await host.expectFit(i);
});

for (const order of ['old first', 'new first'] as const)
  test(`two versions on one page, ${order}: the first counts, and all figures run`, async ({
    host,
    page,
  }) => {
    const figure = figures[0]!;
    const old = '0.9.9';
    await page.route(`${host.ours}/${old}/**`, async (route) => {
      const url = route.request().url().replace(`/${old}/`, '/v1/');
      const response = await route.fetch({ url });
      const text = await response.text();
      await route.fulfill({ response, body: text.replaceAll(/(["'`])1\.0\.0\1/g, `"${old}"`) });
    });
    const modules = [elementModule(host.ours, figure, old), elementModule(host.ours, figure)];
    if (order === 'new first') modules.reverse();
    const given = { figure, query: '' };
    const frames = [iframe(host.ours, given), iframe(host.ours, given).replace('/v1/', '/1.0.0/')];
    await host.open(
      element(given) + element(given) + frames.join('') + modules.join('') + loader(host.ours),
    );
    for (const i of [0, 1]) {
      await host.element(figure, i);
      await host.frame(i);
      await host.expectFit(i);
    }
    const version = await page.evaluate(
      (tag) => (customElements.get(tag) as unknown as { version: string }).version,
      `ff-${figure.id}`,
    );
    expect(version).toBe(order === 'old first' ? old : '1.0.0');
  });

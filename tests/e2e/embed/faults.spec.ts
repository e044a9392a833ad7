// A figure on somebody else's page that fails leaves what was there without it, a line, and a way to its own page.
import type { FrameLocator, Locator } from '@playwright/test';
import { figures } from '../../../src/components/figures/registry.ts';
import { playPath } from '../../../src/embed/addresses.ts';
import { inCode, inDrawing, poisonable, type Poison } from '../poison.ts';
import { element, elementModule, iframe, loader, telling } from './cases.ts';
import { expect, often, test, type FigureElement, type Host } from './host.ts';

const injected = (host: Host) => {
  // Svelte finds the rest of what it was about to do destroyed.
  for (const complaint of host.complaints.splice(0))
    expect(complaint).toMatch(/injected|derived_inert/);
};

const line = (within: Locator | FrameLocator) =>
  within.getByRole('status').filter({ hasText: 'could not' });

for (const figure of figures) {
  const given = { figure, query: '' };
  const [name, value] = telling(figure)[0]!;

  test(`${figure.id}: a frame that throws keeps its picture and its height`, async ({
    host,
    page,
  }) => {
    await poisonable(page, 'Math.round');
    await host.open(iframe(host.ours, given) + loader(host.ours));
    const frame = page.frameLocator('iframe');
    await expect(line(frame)).toContainText('This figure could not start');
    await expect(frame.getByRole('link', { name: 'its own page' })).toHaveAttribute(
      'href',
      host.ours + playPath(figure.id),
    );
    await expect(frame.getByRole('img').first()).toBeVisible();
    await expect(frame.locator(':is(input, select):visible')).toHaveCount(0);
    await host.expectFit();
    injected(host);

    await frame.locator('body').evaluate(() => (window as unknown as Poison).antidote());
    await frame.getByRole('button', { name: 'Try again' }).click();
    await host.frame();
    await host.expectFit();
    await expect.poll(async () => JSON.stringify(await host.heard()), often).toContain('ff-ready');
  });

  test(`${figure.id}: an element that throws gives way to what the page has in it`, async ({
    host,
    page,
  }) => {
    await poisonable(page);
    await host.open('<main></main>' + elementModule(host.ours, figure));
    await page.evaluate((tag) => customElements.whenDefined(tag), `ff-${figure.id}`);
    await page.evaluate(
      (markup) => {
        (window as unknown as Poison).poison('Math.round', Infinity);
        document.querySelector('main')!.innerHTML = markup;
      },
      element(given, 'theme="dark"'),
    );
    const it = page.locator(`ff-${figure.id}`);
    await expect(page.getByText('without a script')).toBeVisible();
    await expect(line(it)).toContainText('This figure could not start');
    await expect(it.getByRole('link', { name: 'its own page' })).toBeVisible();
    expect(
      await it.evaluate((e: FigureElement) => {
        e.seek(5);
        e.pause();
        void e.play();
        return [e.result, e.toSVG(), e.toCSV()];
      }),
    ).toEqual([null, '', '']);
    injected(host);

    await page.evaluate(() => (window as unknown as Poison).antidote());
    await it.evaluate((e, change) => e.setAttribute(...change), [name, value] as const);
    await it.getByRole('button', { name: 'Try again' }).click();
    await host.element(figure);
    await expect(page.getByText('without a script')).toBeHidden();
    expect(await it.evaluate((e: FigureElement) => e.url)).toContain(`${name}=${value}`);
  });

  test(`${figure.id}: an element that cannot draw a setting goes back, and says so to the page`, async ({
    host,
    page,
  }) => {
    await poisonable(page);
    await host.open(element(given) + elementModule(host.ours, figure));
    const it = await host.element(figure);
    const found = () => it.evaluate((e: FigureElement) => e.result!.finding);
    const before = await found();
    const told = await it.evaluate(
      async (e: FigureElement, change) => {
        const heard: string[] = [];
        for (const type of ['ff-ready', 'ff-change'])
          e.addEventListener(type, () => heard.push(type));
        const { poison, antidote } = window as unknown as Poison;
        for (const builtin of change.builtins) {
          heard.length = 0;
          poison(builtin, 1);
          for (const [key, text] of change.settings) e.setAttribute(key, text);
          await new Promise((done) => setTimeout(done));
          if (antidote() > 0) break;
          for (const [key] of change.settings) e.removeAttribute(key); // the figure does without it
          await new Promise((done) => setTimeout(done));
        }
        return heard;
      },
      {
        settings: Object.entries(figure.presets[1]!.settings),
        builtins: [...inCode, ...inDrawing],
      },
    );
    await expect(line(it)).toContainText('These settings could not be drawn');
    expect(told).toEqual(['ff-change']);
    expect(await found()).toBe(before);
    injected(host);
  });
}

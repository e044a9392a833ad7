// The embedders' page, and the pages it shows as examples: each opened as somebody else's.
import { readFileSync } from 'node:fs';
import { figures } from '../../../src/components/figures/registry.ts';
import { tagOf } from '../../../src/embed/addresses.ts';
import { events, methods, properties } from '../../../src/embed/api.ts';
import { cssProperties, parts } from '../../../src/embed/styling.ts';
import { expect, hostOrigin, often, reads, test, type Host } from './host.ts';
import { controlOf } from '../site.ts';

const path = '/embed/docs/';

/** Opens an example as it is written, with our files from the built site. */
async function openExample(host: Host, name: string): Promise<void> {
  const code = readFileSync(`src/content/snippets/${name}`, 'utf8');
  const body = code.replaceAll('https://feels-fast.example', host.ours);
  await host.page.route(`${hostOrigin}/`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
  );
  await host.page.goto(`${hostOrigin}/`);
}

test.describe('the example with', () => {
  test('an element shows its result, before and after a button is pressed', async ({ host }) => {
    await openExample(host, 'embed-element.html');
    const figure = await host.element({ id: 'latency-simulator' });
    const [status, finding] = [
      host.page.locator('body > [role=status]'),
      figure.locator('.finding'),
    ];
    const first = reads((await finding.textContent())!);
    expect(reads((await status.textContent())!)).toBe(first);
    await host.page.getByRole('button', { name: '120 tokens/s' }).click();
    await expect(figure).toHaveJSProperty('rate', 120);
    await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect(finding).not.toHaveText(first);
    expect(reads((await status.textContent())!)).toBe(reads((await finding.textContent())!));
  });

  test('a frame has its height, takes a rate, and shows the result', async ({ host }) => {
    await openExample(host, 'embed-frame.html');
    const frame = await host.frame();
    await host.expectFit();
    await host.page.getByRole('button', { name: '20 tokens/s', exact: true }).press('Enter');
    await expect(await controlOf(frame.locator('figure.ff'), 'rate')).toHaveAttribute(
      'data-value',
      '20',
    );
    const status = host.page.getByRole('status');
    const finding = async () => reads((await frame.locator('.finding').textContent())!);
    await expect
      .poll(async () => reads((await status.textContent())!), often)
      .toBe(await finding());
  });

  test('a frame and no script of ours has its height, and shows the result', async ({ host }) => {
    await openExample(host, 'embed-by-hand.html');
    const frame = await host.frame();
    await host.expectFit();
    await frame.getByRole('button', { name: 'Page overloaded' }).click();
    const status = host.page.getByRole('status');
    const finding = async () => reads((await frame.locator('.finding').textContent())!);
    await expect
      .poll(async () => reads((await status.textContent())!), often)
      .toBe(await finding());
    expect(host.requests.filter((url) => url.endsWith('.js'))).toEqual([]);
  });
});

test.describe('on the page', () => {
  test('there is everything that can be set, called, heard and dressed', async ({ page }) => {
    await page.goto(path);
    const names = [
      ...figures.flatMap(({ id, settings }) => [tagOf(id), ...Object.keys(settings)]),
      ...methods.map(({ name }) => `${name}(`),
      ...[...properties, ...events, ...cssProperties, ...parts].map(({ name }) => name),
    ];
    const codes = await page.locator('.prose :not(pre) > code').allTextContents();
    expect(names.filter((name) => !codes.some((code) => code.startsWith(name)))).toEqual([]);
    for (const { id, settings } of figures)
      await expect(page.locator(`section[aria-labelledby=settings-${id}] tbody tr`)).toHaveCount(
        Object.keys(settings).length + 1,
      );
  });

  test('the frame at its head is the one in the code, as high as its figure', async ({ page }) => {
    await page.goto(path);
    const iframe = page.locator('.prose iframe');
    const [code] = await page.locator('.prose pre').first().allTextContents();
    for (const name of ['title', 'width', 'height', 'loading', 'sandbox'])
      expect(code).toContain(` ${name}="${(await iframe.getAttribute(name))!}"`);
    const source = (await iframe.getAttribute('src'))!;
    expect(code).toContain(`${source.replaceAll('&', '&amp;')}"`);
    await iframe.scrollIntoViewIfNeeded();
    const figure = page.frameLocator('.prose iframe').locator('figure.ff');
    await expect(figure).toHaveAttribute('data-live', 'true');
    await expect(await controlOf(figure, 'ttft')).toHaveAttribute('data-value', '800');
    const off = async () => {
      const [outer, inner] = [(await iframe.boundingBox())!, (await figure.boundingBox())!];
      return Math.abs(outer.height - inner.height);
    };
    await expect.poll(off, often).toBeLessThanOrEqual(4);
  });

  test('the element below the style sheet wears it', async ({ page }) => {
    await page.goto(path);
    const figure = page.locator('.prose ff-transport-chooser figure.ff');
    await expect(figure).toHaveAttribute('data-live', 'true');
    await expect(figure).toHaveCSS('background-color', 'rgb(255, 250, 240)');
    await expect(figure.locator('.title')).toHaveCSS('font-style', 'italic');
    await expect(figure.locator('.actions')).toBeHidden();
  });

  test('a box is a stop for the Tab key where it scrolls, and only there', async ({ page }) => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      const wrong = () =>
        page.locator('.prose :is(.snippet pre, .settings .scroll)').evaluateAll((boxes) =>
          boxes
            .filter((box) => box.checkVisibility())
            .filter((box) => box.scrollWidth > box.clientWidth !== box.hasAttribute('tabindex'))
            .map((box) => box.textContent),
        );
      await expect.poll(wrong, often).toEqual([]);
    }
  });
});

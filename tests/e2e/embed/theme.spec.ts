// Light or dark as the host is, or as somebody asked: in frames and in elements.
import type { FrameLocator, Locator } from '@playwright/test';
import { figures } from '../../../src/components/figures/registry.ts';
import { element, elementModule, iframe, loader } from './cases.ts';
import { expect, Host, often, test } from './host.ts';

// Playwright says “light” to every document unless told not to, and then no frame follows its page.
test.use({ colorScheme: null });

const figure = figures.at(-1)!;
const plain = '<style>body { margin: 0 } iframe { border: 0 }</style>';
const given = { figure, query: '' };
type Theme = 'light' | 'dark';

/** The page has a frame and an element of ours, and both look like this. */
async function expectBoth(host: Host, theme: Theme): Promise<void> {
  for (const root of [host.page.frameLocator('iframe'), host.page.locator('ff-' + figure.id)])
    await expectTheme(root, theme);
}

async function expectTheme(root: FrameLocator | Locator, theme: Theme): Promise<void> {
  // Its ground is said as "oklch(lightness …)".
  const ground = () =>
    root
      .locator('figure.ff')
      .evaluate((e) => Number(/[\d.]+/.exec(getComputedStyle(e).backgroundColor)![0]));
  await expect.poll(async () => ((await ground()) < 0.5 ? 'dark' : 'light'), often).toBe(theme);
}

const both = (host: Host, frame = iframe(host.ours, given)) =>
  frame + element(given) + elementModule(host.ours, figure);

/** The page's ground in its very corner, where a frame stands. A figure has round corners, so it lets that through. */
async function cornerOf({ page, requests }: Host): Promise<number[]> {
  const clip = { x: 0, y: 0, width: 1, height: 1 };
  const png = (await page.screenshot({ clip })).toString('base64');
  const pixel = await page.evaluate(async (url) => {
    const image = await createImageBitmap(await (await fetch(url)).blob());
    const canvas = new OffscreenCanvas(1, 1).getContext('2d')!;
    canvas.drawImage(image, 0, 0);
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }, `data:image/png;base64,${png}`);
  requests.pop(); // that of the picture
  return pixel;
}

/** Puts a style sheet in place of the page's. */
const restyle = (host: Host, css: string) =>
  host.page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
    document.documentElement.dataset['changed'] = text;
  }, css);

test('follows the color-scheme of the page, there and back, without a script of ours', async ({
  host,
}) => {
  await host.open(both(host), { head: '<style>html { color-scheme: dark }</style>' });
  await expectBoth(host, 'dark');
  for (const theme of ['light', 'dark'] as const) {
    await restyle(host, `:root { color-scheme: ${theme} }`);
    await expectBoth(host, theme);
  }
});

test('follows what the reader prefers where the page does', async ({ host, page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await host.open(both(host), { head: '<style>html { color-scheme: light dark }</style>' });
  await expectBoth(host, 'dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expectBoth(host, 'light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectBoth(host, 'dark');
});

test('for a reader who prefers dark: light on a page that is light all the same', async ({
  playwright,
  launchOptions,
  baseURL,
}) => {
  // The browser's own preference: an emulated one would be told to the frame, whatever the page around it is.
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...launchOptions.args!, '--force-dark-mode'],
  });
  const page = await browser.newPage({ colorScheme: null, permissions: ['local-network-access'] });
  const host = new Host(page, baseURL!);
  const pages: { css: string; expect: Theme; corner?: number[] }[] = [
    { css: '', expect: 'light' },
    { css: 'body { background: rgb(255 200 255) }', expect: 'light', corner: [255, 200, 255] },
    { css: 'body { background: rgb(55 0 55) }', expect: 'dark', corner: [55, 0, 55] },
    { css: 'html { color-scheme: light }', expect: 'light' },
    { css: 'html { color-scheme: light dark }', expect: 'dark' },
  ];
  for (const { css, expect: theme, corner } of pages)
    await test.step(css || 'a page without a style', async () => {
      await host.open(both(host) + loader(host.ours), { head: plain + `<style>${css}</style>` });
      await host.frame();
      await expectBoth(host, theme);
      if (corner) await expect.poll(() => cornerOf(host), often).toEqual(corner);
    });
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  expect(host.complaints).toEqual([]);
  await browser.close();
});

test('on a page that is dark by its ground alone', async ({ host }) => {
  const grounds: { css: string; expect: Theme }[] = [
    { css: 'html { background: #111 }', expect: 'dark' },
    { css: 'body { background: white }', expect: 'light' },
    { css: 'body { background: oklch(0.2 0.02 260) }', expect: 'dark' },
    { css: 'body { background: oklab(0.95 -0.01 0.02) }', expect: 'light' },
    { css: 'body { background: lab(20 0 -5) }', expect: 'dark' },
    { css: 'body { background: lch(90 5 100) }', expect: 'light' },
    { css: 'body { background: color(display-p3 0.1 0.1 0.15) }', expect: 'dark' },
    { css: 'body { background: color(srgb 0.9 0.9 1e-5) }', expect: 'light' },
    // Seen through: what is below it counts.
    {
      css: 'html { background: #111 } body { background: rgb(255 255 255 / 0.1) }',
      expect: 'dark',
    },
    { css: '', expect: 'light' },
    { css: 'html { background: #000 } main { background: #eee }', expect: 'light' },
    { css: 'main { background: #123 }', expect: 'dark' },
    // The page begins to say it: the browser tells us, and no guess of ours stands against it.
    { css: 'html { color-scheme: light } main { background: #123 }', expect: 'light' },
  ];
  await host.open(`<main>${both(host)}</main>${loader(host.ours)}`);
  await host.frame();
  for (const { css, expect: theme } of grounds)
    await test.step(css || 'nothing', async () => {
      await restyle(host, css);
      await expectBoth(host, theme);
    });

  await test.step('a new body, as some sites make for every page', async () => {
    await host.page.evaluate(() => {
      document.body = document.body.cloneNode(true) as HTMLElement;
    });
    await restyle(host, '.night { background: #111 }');
    await host.frame();
    await host.page.evaluate(() => (document.body.className = 'night'));
    await expectBoth(host, 'dark');
  });
});

test('a ground that fades is looked at again when it has', async ({ host }) => {
  await host.open(both(host) + loader(host.ours), {
    head: '<style>body { background: #fff; transition: background 50ms } .night body { background: #111 }</style>',
  });
  await host.frame();
  await host.page.evaluate(() => document.documentElement.classList.add('night'));
  await expectBoth(host, 'dark');
});

test('what somebody asked for wins', async ({ host, page }) => {
  const dark = iframe(host.ours, given)
    .replace('?', '?theme=dark&amp;')
    .replace(/\/"/, '/?theme=dark"');
  await host.open(
    dark + element(given, 'theme="dark"') + elementModule(host.ours, figure) + loader(host.ours),
    { head: '<style>html { color-scheme: light; background: white }</style>' },
  );
  await host.frame();
  await expectBoth(host, 'dark');

  await host.say({ type: 'theme', theme: 'light' });
  await page.locator('ff-' + figure.id).evaluate((e) => e.setAttribute('theme', 'light'));
  await restyle(host, 'html { color-scheme: dark }');
  await expectBoth(host, 'light');

  await host.say({ type: 'theme', theme: 'auto' });
  await page.locator('ff-' + figure.id).evaluate((e) => e.removeAttribute('theme'));
  await expectBoth(host, 'dark');

  await host.say({ type: 'theme', theme: 'pink' });
  await page.locator('ff-' + figure.id).evaluate((e) => Object.assign(e, { theme: 'pink' }));
  for (const root of [page.frameLocator('iframe'), page.locator('ff-' + figure.id)])
    await expect(root.locator('.problems')).toContainText('“pink” is not one of its values');
  await expectBoth(host, 'dark');
  expect(host.complaints.splice(0)).toHaveLength(2);
});

test('lets the ground of the page through', async ({ host }) => {
  for (const scheme of ['light', 'dark'])
    for (const theme of ['', '?theme=dark', '?theme=light']) {
      const src = `src="${host.ours}/embed/${figure.id}/${theme}"`;
      const css = `html { color-scheme: ${scheme} } body { background: rgb(255 0 255) }`;
      await host.open(iframe(host.ours, given).replace(/src="[^"]*"/, src) + loader(host.ours), {
        head: `${plain}<style>${css}</style>`,
      });
      await host.frame();
      const message = `${scheme} ${theme}`;
      await expect.poll(() => cornerOf(host), { ...often, message }).toEqual([255, 0, 255]);
    }
});

test('of two themes in an address the last one counts', async ({ host }) => {
  const src = `${host.ours}/v1/embed/${figures[0]!.id}/?theme=light&amp;theme=dark`;
  await host.open(`<iframe src="${src}" title="Figure" width="720" height="900"></iframe>`);
  const frame = await host.frame();
  await expect(frame.locator('figure.ff')).toHaveCSS('color-scheme', 'dark');
});

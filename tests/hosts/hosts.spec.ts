// Our figures on sites that others' tools have built, embedded with our snippets and nothing else.

import { expect, test, type Page } from '@playwright/test';
import { watch } from '../e2e/site.ts';
import {
  elementOn,
  expectDrawn,
  expectHeight,
  figureOn,
  frameOn,
  lightness,
  part,
  playALittle,
} from './embedded.ts';
import { figure, findingOn, type FigurePage } from './figures.ts';
import { hosts, ourOrigin, siteOrigin, tiers, type Host, type Tier } from './hosts.ts';
import { MEASURED } from './measurements.ts';
import { drawn, shiftSince, watchShifts } from './shifts.ts';
import { switchTo, themeOf } from './themes.ts';

/** By a link in the text. */
const follow = (page: Page, name: string) =>
  page.locator('main').getByRole('link', { name, exact: true }).first().click();

for (const host of hosts)
  for (const tier of tiers) test.describe(`${host.id}, ${tier}`, () => testsOf(host, tier));

function testsOf(host: Host, tier: Tier): void {
  const origin = siteOrigin(host, tier);
  const open = (page: Page, path: FigurePage | '') => page.goto(`${origin}/${path}`);

  for (const width of [1280, 390])
    test(`at ${width} px: drawn, as high as it needs, and nothing moves`, async ({
      page,
    }, info) => {
      const { complaints } = watch(page);
      await watchShifts(page);
      await page.setViewportSize({ width, height: 900 });
      await open(page, 'figure');
      const root = figureOn(page, tier);
      await expectDrawn(root, findingOn('figure'));
      await expectHeight(page, tier);

      const settled = await drawn(page);
      await playALittle(root);
      await page.waitForLoadState('networkidle');
      await drawn(page);
      expect(await shiftSince(page, settled)).toBeLessThan(0.001);
      const before = (await shiftSince(page, 0)).toFixed(3);
      info.annotations.push({
        type: MEASURED,
        description: `layout shift while it loads ${before}`,
      });

      for (const box of [page.locator('html'), part(root, 'figure')]) {
        const sideways = await box.evaluate((e) => e.scrollWidth - e.clientWidth);
        expect(sideways, 'nothing sticks out at its side').toBe(0);
      }
      expect(complaints).toEqual([]);
    });

  test('once it is there it asks for nothing more, and never asks anybody else', async ({
    page,
  }) => {
    const { requests } = watch(page);
    await open(page, 'figure');
    const root = figureOn(page, tier);
    await expectDrawn(root, findingOn('figure'));
    await page.waitForLoadState('networkidle');

    const asked = [...requests];
    await playALittle(root);
    await root.getByRole('combobox', { name: 'Speed' }).selectOption('4');
    await root.getByRole('button', { name: 'Step forward' }).click();
    expect(requests).toEqual(asked);
    const origins = new Set(
      asked.filter((url) => !url.startsWith('data:')).map((url) => new URL(url).origin),
    );
    expect([...origins].sort()).toEqual([ourOrigin(), origin].sort());
  });

  test('follows the theme of the host, whatever the system prefers', async ({ page }) => {
    await open(page, 'figure');
    const root = figureOn(page, tier);
    await expectDrawn(root, findingOn('figure'));
    const expectTheme = () =>
      expect(async () => {
        const theme = await themeOf(page, host);
        const { ink, ground } = await lightness(root);
        expect({ theme, ink: ink > 0.6, ground: ground > 0.6 }).toEqual({
          theme,
          ink: theme === 'dark',
          ground: theme === 'light',
        });
      }).toPass({ timeout: 5000 });

    await expectTheme();
    for (const theme of ['dark', 'light', 'dark'] as const) {
      await switchTo(page, host, theme);
      await expectTheme();
    }
    await follow(page, 'Other');
    await expectDrawn(root, findingOn('other'));
    await expectTheme();
  });

  test('is there again after every way through the site', async ({ page }) => {
    const { complaints } = watch(page);
    const root = figureOn(page, tier);
    const expectFigure = async (path: FigurePage) => {
      await expectDrawn(root, findingOn(path));
      await expectHeight(page, tier);
    };

    await open(page, '');
    await page.waitForLoadState('networkidle');
    await page.locator('html').evaluate((html) => html.setAttribute('data-since', 'start'));
    await follow(page, 'Figure');
    await expectFigure('figure');
    await follow(page, 'Start');
    await expect(tier === 'iframe' ? frameOn(page) : elementOn(page)).toHaveCount(0);
    await follow(page, 'Figure');
    await expectFigure('figure');
    await follow(page, 'Other');
    await expectFigure('other');
    await page.goBack();
    await expectFigure('figure');

    const samePage = (await page.locator('html').getAttribute('data-since')) === 'start';
    expect(samePage, 'links are followed without loading a page').toBe(host.inApp);
    expect(complaints).toEqual([]);
  });

  test.describe('without JavaScript', () => {
    test.use({ javaScriptEnabled: false });

    test('there is something in its place', async ({ page }) => {
      await open(page, 'figure');
      const root = figureOn(page, tier);
      if (tier === 'iframe') {
        await expect(part(root, 'title')).toContainText(figure.title);
        await frameOn(page).scrollIntoViewIfNeeded();
        await expect(part(root, 'picture')).toBeInViewport();
        const height = await frameOn(page).getAttribute('height');
        await expect(frameOn(page)).toHaveCSS('height', `${height}px`);
      } else await expect(root.getByRole('link', { name: figure.title })).toBeVisible();
    });
  });
}

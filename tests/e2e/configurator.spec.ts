// The configurator: what one sets up is what the snippet says, what the preview shows, and what the address keeps.
import { createHash } from 'node:crypto';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { figures } from '../../src/components/figures/registry.ts';
import { fromQuery } from '../../src/components/figures/shared/settings.ts';
import { toText } from '../../src/sim/index.ts';
import { readHtml } from '../embed/html.ts';
import { violations } from './axe.ts';
import { controlOf, expect, test, watch } from './site.ts';

/** The configurator, awake, and the figure in its preview. */
async function open(page: Page, query = ''): Promise<{ here: Locator; frame: FrameLocator }> {
  await page.goto(`/embed/${query && `?${query}`}`);
  const here = page.locator('.configurator');
  await expect(here).toHaveAttribute('data-live', 'true');
  const frame = page.frameLocator('.stage iframe');
  await expect(frame.locator('[data-live=true]')).toBeVisible();
  return { here, frame };
}

const choose = (here: Locator, name: string) =>
  here.getByRole('radio', { name, exact: true }).check({ force: true });
const code = (here: Locator, where: string | RegExp = 'Where the figure goes') =>
  here.locator('.paste').getByLabel(where).inputValue();
const search = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

const attributes = (html: string) => readHtml(html)[0]!.attributes;
const source = async (here: Locator) => new URL(attributes(await code(here))['src']!);

/** What the figure's picture is drawn of, without ids. */
async function picture(within: FrameLocator | Locator) {
  const html = await within.locator('[part=picture]').innerHTML();
  return readHtml(html.replace(/ (?:id|for|name|aria-\w+by)="[^"]*"/g, ''));
}

/** A setting with a control of its own, and a value that is not its default. */
function change({ main, own = [], settings }: (typeof figures)[number]): [string, string] {
  const name = [...main, ...own][0]!;
  const setting = settings[name]!;
  return [name, setting.kind === 'enum' ? setting.values.at(-1)! : toText(setting, 900)];
}

async function set(here: Locator, name: string, value: string): Promise<void> {
  const knob = here.locator(`[data-setting="${name}"]`);
  const list = knob.locator('select');
  if ((await list.count()) > 0) await list.selectOption(value);
  else {
    await knob.getByRole('textbox').fill(value);
    await knob.getByRole('textbox').blur();
  }
}

for (const figure of figures) {
  const [name, value] = change(figure);
  const preset = figure.presets[1]!;

  test.describe(figure.id, () => {
    test('what is chosen and changed is in the snippet, in the preview and in the address', async ({
      page,
    }) => {
      const seen = watch(page);
      const { here, frame } = await open(page);
      await choose(here, figure.title);
      await expect(frame.locator(`[data-figure="${figure.id}"][data-live=true]`)).toBeVisible();
      await here.getByRole('button', { name: preset.label, exact: true }).click();
      await expect.poll(async () => (await source(here)).pathname).toMatch(`/${preset.id}/`);
      await set(here, name, value);

      const src = await source(here);
      const base = fromQuery<Record<string, never>>(
        figure.settings,
        new URLSearchParams(
          figure.presets.find(({ id }) => src.pathname.endsWith(`/${id}/`))?.settings,
        ).toString(),
      ).values;
      const wanted = fromQuery(
        figure.settings,
        new URLSearchParams({ ...preset.settings, [name]: value }).toString(),
      );
      expect(fromQuery(figure.settings, src.search, base)).toEqual(wanted);

      await expect(await controlOf(frame.locator('figure.ff'), name)).toHaveAttribute(
        'data-value',
        value,
      );
      await expect.poll(() => search(page)).toMatchObject(Object.fromEntries(src.searchParams));

      await test.step('and the snippet’s address shows the same picture', async () => {
        const other = await page.context().newPage();
        await other.goto(src.href);
        await expect(other.locator('[data-live=true]')).toBeVisible();
        expect(await picture(other.locator('body'))).toEqual(await picture(frame));
        await other.close();
      });

      await test.step('and so does the configurator’s own', async () => {
        const other = await page.context().newPage();
        const again = await open(other, new URL(page.url()).search.slice(1));
        expect(await code(again.here)).toBe(await code(here));
        expect(await picture(again.frame)).toEqual(await picture(frame));
        await other.close();
      });
      expect(seen.complaints).toEqual([]);
    });

    test('what is changed in the preview is taken up', async ({ page }) => {
      const { here, frame } = await open(page, `figure=${figure.id}`);
      await frame.getByRole('button', { name: preset.label, exact: true }).click();
      await expect(here.getByRole('button', { name: preset.label, exact: true })).toHaveAttribute(
        'aria-pressed',
        'true',
      );
      await expect.poll(async () => (await source(here)).pathname).toMatch(`/${preset.id}/`);
    });

    test('the frame is as high as the figure at every width, and the snippet says so', async ({
      page,
    }) => {
      await page.setViewportSize({ width: 1280, height: 900 });
      const { here, frame } = await open(page, `figure=${figure.id}`);
      const field = here.locator('[data-setting=width]').getByRole('textbox');
      for (const width of [320, 640, 1000]) {
        await field.fill(String(width));
        await field.blur();
        await expect.poll(() => frame.locator('html').evaluate(() => innerWidth)).toBe(width);
        const inside = () =>
          frame.locator('html').evaluate((html) => Math.ceil(html.getBoundingClientRect().height));
        await expect
          .poll(async () => {
            const said = Number(attributes(await code(here))['height']);
            return Math.max(
              Math.abs(said - (await inside())),
              Math.abs(said - (await frame.locator('html').evaluate(() => innerHeight))),
            );
          })
          .toBeLessThanOrEqual(1);
        // Where there is no room it is drawn smaller, not cut off.
        const box = (await here.locator('iframe').boundingBox())!;
        const stage = (await here.locator('.stage').boundingBox())!;
        expect(box.x + box.width).toBeLessThanOrEqual(stage.x + stage.width);
      }
    });
  });
}

test('a slider that moves is followed, and does not jump back', async ({ page }) => {
  const { here, frame } = await open(page, 'figure=latency-simulator');
  const slider = here.locator('[data-setting=rate]').getByRole('slider');
  await slider.focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowRight');
  const value = await here.locator('[data-setting=rate]').getAttribute('data-value');
  await expect(await controlOf(frame.locator('figure.ff'), 'rate')).toHaveAttribute(
    'data-value',
    value!,
  );
  expect(await here.locator('[data-setting=rate]').getAttribute('data-value')).toBe(value);
  expect((await source(here)).searchParams.get('rate')).toBe(value);
});

test('the theme is shown on its own ground', async ({ page }) => {
  const { here, frame } = await open(page);
  const ground = () =>
    here.locator('.stage').evaluate((stage) => getComputedStyle(stage).backgroundColor);
  const raised = () =>
    frame.locator('figure').evaluate((figure) => getComputedStyle(figure).backgroundColor);
  const seen: string[][] = [];
  for (const theme of ['light', 'dark'] as const) {
    await choose(here, theme);
    expect((await source(here)).searchParams.get('theme')).toBe(theme);
    await expect.poll(raised).not.toBe(seen[0]?.[1]);
    seen.push([await ground(), await raised()]);
  }
  expect(seen[1]![0]).not.toBe(seen[0]![0]);
  await choose(here, 'auto');
  await expect.poll(raised).toBe(seen[0]![1]); // the page is light
  expect((await source(here)).search).toBe('');
});

test('every platform has its parts, and every address in them is there', async ({
  page,
  request,
}) => {
  const { here } = await open(page, 'figure=latency-simulator&preset=bucket&rate=120');
  const panel = here.locator('.paste');
  /** The choices there are under a name, or one that is none. */
  const options = async (name: string) => {
    const labels = panel.getByRole('group', { name, exact: true }).locator('label');
    return (await labels.count()) > 0 ? labels.allInnerTexts() : [''];
  };
  const addresses = new Set<string>();
  let platforms = 0;
  for (const tier of await options('As')) {
    await choose(panel, tier);
    for (const platform of await options('In')) {
      if (platform) await choose(panel, platform);
      platforms++;
      for (const release of await options('Release')) {
        if (release) await choose(panel, release);
        const texts = await panel.getByRole('textbox').all();
        for (const text of texts)
          for (const [address] of (await text.inputValue())
            .replaceAll('&amp;', '&')
            .matchAll(/http:\/\/localhost[^\s"'<>)\];]*/g))
            addresses.add(address);
      }
    }
  }
  expect(platforms).toBe(14);
  expect(addresses.size).toBeGreaterThan(9);
  for (const address of addresses)
    if (new URL(address).pathname !== '/')
      expect((await request.get(address)).status(), address).toBe(200);
});

test('pinned: the hash is that of the file', async ({ page, request }) => {
  const { here } = await open(page, 'platform=element&release=pinned');
  const { src, integrity, crossorigin } = attributes(await code(here, /^Once on the page/));
  expect(crossorigin).toBe('anonymous');
  const file = await (await request.get(src!)).body();
  expect(integrity).toBe(`sha384-${createHash('sha384').update(file).digest('base64')}`);
});

test('everything chosen is in the address, and read from it', async ({ page }) => {
  const query =
    'figure=latency-simulator&platform=vitepress&theme=dark&width=480&release=pinned&preset=bucket&rate=120';
  const { here, frame } = await open(page, query);
  for (const name of ['Latency simulator', 'VitePress', 'dark', /^Pinned/])
    await expect(here.getByRole('radio', { name, exact: true })).toBeChecked();
  expect(await frame.locator('html').evaluate(() => innerWidth)).toBe(480);
  await expect(here.locator('.problems')).toBeEmpty();
  await choose(here, 'light');
  await expect
    .poll(() => search(page))
    .toEqual({
      ...Object.fromEntries(new URLSearchParams(query)),
      theme: 'light',
    });
  await page.evaluate(() => history.pushState(null, '', '?figure=token-flow'));
  await page.goBack();
  await expect(here.getByRole('radio', { name: 'light', exact: true })).toBeChecked();
});

test('bad values in the address are named, and everything is there all the same', async ({
  page,
}) => {
  const seen = watch(page);
  const bad = 'platform=word&theme=blue&width=9&release=x&preset=nope&rate=fast&proxy=';
  const { here, frame } = await open(page, `figure=latency-simulator&${bad}&onload=1`);
  for (const name of new URLSearchParams(bad).keys())
    await expect(here.locator('.problems').getByText(new RegExp(`^${name}: `))).toBeVisible();
  await expect(here.locator('.problems li')).toHaveCount(7);
  await expect(frame.getByRole('img').first()).toBeVisible();
  expect((await source(here)).search).toBe('');
  expect(seen.complaints).toEqual([]);

  await open(page, 'figure=nothing');
  await expect(here.getByText(/^figure: “nothing” is not one of its values/)).toBeVisible();
  await choose(here, figures[1]!.title);
  await expect(here.locator('.problems')).toBeEmpty();
});

test('the code is copied, from the line and from the panel', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { here } = await open(page);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  for (const place of ['.take', '.paste .box']) {
    const button = here.locator(place).first().getByRole('button');
    await button.click();
    await expect(button).toHaveText('Copied');
    expect(await clipboard()).toBe(await code(here));
    await here.getByRole('button', { name: 'Slow parse' }).click();
    await expect(button).toHaveText('Copy'); // what was copied is out of date
    await here.getByRole('button', { name: 'All clear' }).click();
  }
});

test('where the clipboard is refused, the code is selected and it says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: () => Promise.reject(new Error('refused')) },
    });
  });
  const { here } = await open(page);
  for (const place of ['.take', '.paste .box']) {
    const box = here.locator(place).first();
    await box.getByRole('button').click();
    await expect(box.getByRole('status')).toContainText('The text is selected: copy it from here.');
    const selected = await box
      .getByRole('textbox')
      .evaluate((field: HTMLTextAreaElement) => [
        document.activeElement === field,
        field.value.slice(field.selectionStart, field.selectionEnd),
      ]);
    expect(selected).toEqual([true, await code(here)]);
  }
});

test('by keyboard alone: choose a figure, change a setting, take the code', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { here } = await open(page);
  const on = (selector: string) =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  const tabTo = async (selector: string) => {
    for (let i = 0; i < 60 && !(await on(selector)); i++) await page.keyboard.press('Tab');
    expect(await on(selector), selector).toBe(true);
  };
  await tabTo('.which input');
  await page.keyboard.press('ArrowRight');
  await expect(here.getByRole('radio', { name: figures[1]!.title, exact: true })).toBeChecked();
  await tabTo('[data-setting=rate] input[type=range]');
  await page.keyboard.press('Home');
  await expect.poll(async () => (await source(here)).searchParams.get('rate')).toBe('1');
  // What has the focus is never under the line that stays in sight.
  const line = (await here.locator('.take').boundingBox())!;
  const focused = (await here.locator('[data-setting=rate] input[type=range]').boundingBox())!;
  expect(focused.y).toBeGreaterThanOrEqual(line.y + line.height);

  for (let i = 0; i < 60 && !(await on('.take button')); i++)
    await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(here.locator('.take').getByRole('button')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(here));
});

test('axe finds nothing in what the page does not begin with', async ({ page }) => {
  const { here } = await open(page, 'figure=transport-chooser&platform=mkdocs&theme=dark&width=9');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(() => document.querySelectorAll('details').forEach((e) => (e.open = true)));
    // The frame has its own page, which is tested there.
    expect(await violations(page, { within: '.configurator' })).toEqual([]);
  }
  await expect(here.locator('.problems li')).toHaveCount(1);
});

test('after it has loaded, only choosing another figure asks for anything: its page', async ({
  page,
}) => {
  const { here, frame } = await open(page);
  await page.waitForLoadState('networkidle');
  const seen = watch(page);
  // A browser may fetch the page's own icon again when its address changes.
  const requests = () =>
    seen.requests.map((url) => new URL(url).pathname).filter((path) => path !== '/favicon.svg');
  await here.getByRole('button', { name: 'Slow parse' }).click();
  await choose(here, 'dark');
  await choose(here.locator('.paste'), 'Custom element');
  await expect(await controlOf(frame.locator('figure.ff'), 'parse')).toHaveAttribute(
    'data-value',
    '30',
  );
  expect(requests()).toEqual([]);
  await choose(here, figures[2]!.title);
  await expect(frame.locator(`[data-figure="${figures[2]!.id}"]`)).toBeVisible();
  expect(requests()).toEqual([`/embed/${figures[2]!.id}/`]);
});

test('without JavaScript: every figure, its frame’s code, what a policy needs, and no dead controls', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto('/embed/');
  for (const { id, title, summary, presets } of figures) {
    const part = page.locator(`article#${id}`);
    await expect(part.getByRole('heading', { name: title })).toBeVisible();
    await expect(part.getByText(summary)).toBeVisible();
    await expect(part.locator('svg')).toBeVisible();
    const { src, title: named } = attributes(await part.getByRole('textbox').inputValue());
    expect(new URL(src!).pathname).toMatch(new RegExp(`^/v\\d+/embed/${id}/$`));
    expect(named).toBe(title);
    for (const preset of presets)
      await expect(part.getByRole('link', { name: preset.label, exact: true })).toBeVisible();
    await expect(part.locator(`a[href="/play/${id}/"]`)).toBeVisible();
  }
  await expect(page.locator('.plain').getByText(/^frame-src https?:\/\/\S+$/)).toBeVisible();
  await expect(page.locator('main a[href="/embed/docs/"]')).toBeVisible();
  for (const control of ['button', 'radio', 'slider', 'combobox'] as const)
    await expect(page.getByRole(control)).toHaveCount(0);
  await expect(page.locator('iframe')).toHaveCount(0);
  await context.close();
});

// An attribute of that name would do something of its own, and a property would be hidden.
test('no setting is called like anything an element has by itself', async ({ page }) => {
  const names = figures.flatMap(({ settings }) => Object.keys(settings));
  const taken = await page.evaluate(
    (all) => all.filter((name) => name in HTMLElement.prototype),
    [...names, 'theme'],
  );
  expect(taken).toEqual([]);
});

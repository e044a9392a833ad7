// What holds for every figure in the registry. Time is the test's: the page's clock stands still until it is moved.
import type { Locator, Page } from '@playwright/test';
import { figures } from '../../src/components/figures/registry.ts';
import { allowed, parse, toText } from '../../src/sim/index.ts';
import { expect, test, watch } from './site.ts';

/** The figure on its own page, awake. */
async function open(page: Page, id: string, query = ''): Promise<Locator> {
  await page.goto(`/play/${id}/${query && `?${query}`}`);
  const figure = page.locator(`figure[data-figure="${id}"]`);
  await expect(figure).toHaveAttribute('data-live', 'true');
  return figure;
}

const scrubber = (figure: Locator) => figure.getByRole('slider', { name: 'Moment' });
const now = (figure: Locator) => figure.locator('.transport .now').innerText();

/**
 * Markup without ids, without what the build has made of style attributes, and without what differs between the
 * server's and the browser's way to write the same.
 */
const markup = (part: Locator) =>
  part.evaluate((root) => {
    const written = (node: Node): string => {
      if (node instanceof Text) return node.data;
      if (!(node instanceof Element)) return '';
      const attributes = [...node.attributes]
        .filter(({ name }) => name !== 'id' && !/^data-s\d/.test(name))
        .map(({ name, value }) => [
          name,
          name === 'class' ? value.split(/\s+/).sort().join() : value,
        ])
        .sort(([a], [b]) => a!.localeCompare(b!));
      return `<${node.localName}${attributes.map(([name, value]) => ` ${name}="${value}"`).join('')}>${inside(node)}</>`;
    };
    const inside = (node: Node) => [...node.childNodes].map(written).join('');
    return inside(root).replace(/[\s;]/g, '');
  });

/** Presses Play, at the speed of the real clock. */
async function play(figure: Locator): Promise<void> {
  await figure.getByRole('combobox', { name: 'Speed' }).selectOption('1');
  await figure.getByRole('button', { name: 'Play' }).click();
}

async function scrubTo(figure: Locator, t: number): Promise<void> {
  await scrubber(figure).evaluate((input, value) => {
    (input as HTMLInputElement).valueAsNumber = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, t);
}

/** Where a poll moves the clock itself, waiting between two looks only makes it slow. */
const often = { intervals: [10] };

/** Moves the playhead or, where nothing moves, answers something that is not answered yet. */
async function touch(figure: Locator, except: string): Promise<void> {
  if ((await scrubber(figure).count()) > 0) return scrubTo(figure, 300);
  const other = figure.locator(`[data-setting]:not([data-setting="${except}"])`).first();
  await other.getByRole('radio', { checked: false }).first().check({ force: true });
}

/** The moment in the page's address, once it is not `before` any more. */
async function movedFrom(page: Page, before: number | null): Promise<number> {
  const t = () => Number(new URL(page.url()).searchParams.get('t'));
  await expect.poll(t).not.toBe(before ?? 0);
  return t();
}

/** A value of a setting that is not its default, as text. */
function another(setting: (typeof figures)[number]['settings'][string]): string {
  if (setting.kind === 'enum') return setting.values.find((value) => value !== setting.default)!;
  const stop = setting.stops.find((value) => value !== setting.default && value !== 0);
  return toText(setting, stop ?? 1000);
}

/** What holds for a figure that moves. */
function clockTests(id: string): void {
  test('plays, pauses, and goes at the chosen speed', async ({ page }) => {
    await page.clock.install();
    const figure = await open(page, id);
    await page.clock.pauseAt(Date.now() + 60_000);
    await play(figure);
    await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect
      .poll(async () => (await page.clock.runFor(100), parseFloat(await now(figure))), often)
      .toBeGreaterThan(0.2);
    await figure.getByRole('button', { name: 'Pause' }).click();
    const rest = await now(figure);
    await page.clock.runFor(1000);
    expect(await now(figure)).toBe(rest);

    await scrubTo(figure, 0);
    await figure.getByRole('combobox', { name: 'Speed' }).selectOption('0.25');
    await figure.getByRole('button', { name: 'Play' }).click();
    await page.clock.runFor(2000);
    expect(parseFloat(await now(figure))).toBeGreaterThan(0.4);
    expect(parseFloat(await now(figure))).toBeLessThan(0.6);
  });

  test('steps to the next change and back, and says where it stands', async ({ page }) => {
    const figure = await open(page, id);
    await scrubTo(figure, 1000);
    const before = await markup(figure);
    await figure.getByRole('button', { name: 'Step forward' }).click();
    expect(await markup(figure)).not.toBe(before);
    // A step lands between two whole milliseconds; its link must land there too.
    await expect
      .poll(() => Number(new URL(page.url()).searchParams.get('t')))
      .toBeGreaterThan(1000);
    const reloaded = await page.context().newPage();
    await reloaded.goto(page.url());
    const again = reloaded.locator(`figure[data-figure="${id}"]`);
    await expect(again).toHaveAttribute('data-live', 'true');
    expect(await again.locator('.moment').innerText()).toBe(
      await figure.locator('.moment').innerText(),
    );
    await reloaded.close();
    await expect(figure.locator('[aria-live=polite]')).toHaveText(/^At \d/);
    const there = await movedFrom(page, 1000);
    await figure.getByRole('button', { name: 'Step forward' }).click();
    expect(await movedFrom(page, there)).toBeGreaterThan(there);
    await figure.getByRole('button', { name: 'Step back' }).click();
    await expect.poll(() => Number(new URL(page.url()).searchParams.get('t'))).toBe(there);
  });

  test('scrubbed away and back, it shows the identical picture', async ({ page }) => {
    const figure = await open(page, id);
    await scrubTo(figure, 1500);
    const picture = await markup(figure);
    for (const t of [3000, 0, 2500, 100, 1500]) await scrubTo(figure, t);
    expect(await markup(figure)).toBe(picture);
  });

  test('by keyboard alone: reached by Tab, played by Space, scrubbed by arrows and ends, and left again', async ({
    page,
  }) => {
    await page.clock.install();
    const figure = await open(page, id);
    const play = figure.getByRole('button', { name: 'Play' });
    for (let i = 0; i < 60 && !(await play.evaluate((e) => e === document.activeElement)); i++)
      await page.keyboard.press('Tab');
    await expect(play).toBeFocused();
    await page.keyboard.press('Space');
    await expect(figure.getByRole('button', { name: 'Pause' })).toBeFocused();
    await page.keyboard.press('Space');

    await scrubber(figure).focus();
    await page.keyboard.press('Home');
    expect(await now(figure)).toBe('0.00 s');
    await page.keyboard.press('ArrowRight');
    const one = parseFloat(await now(figure));
    expect(one).toBeGreaterThan(0);
    await page.keyboard.press('PageUp');
    expect(parseFloat(await now(figure))).toBeGreaterThan(2 * one);
    await page.keyboard.press('End');
    const duration = Number(await scrubber(figure).getAttribute('max'));
    expect(parseFloat(await now(figure))).toBeCloseTo(duration / 1000, 1);

    let outside = false;
    for (let i = 0; i < 120 && !outside; i++) {
      await page.keyboard.press('Tab');
      outside = await figure.evaluate((root) => !root.contains(document.activeElement));
    }
    expect(outside).toBe(true);
  });

  test('with reduced motion it starts still, and playing goes in steps', async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.clock.install();
    const figure = await open(page, id);
    const poster = await now(figure);
    await page.clock.runFor(2000);
    expect(await now(figure)).toBe(poster);
    await page.clock.pauseAt(Date.now() + 60_000);
    await play(figure);
    // From the beginning, as soon as the clock's code has come.
    const begins = async () => (await page.clock.runFor(50), parseFloat(await now(figure)));
    await expect.poll(begins, often).toBeLessThan(parseFloat(poster));
    await expect.poll(begins, often).toBeGreaterThan(0);
    const seen = new Set<string>();
    for (let i = 0; i < 30; i++) {
      await page.clock.runFor(50);
      seen.add(await now(figure));
    }
    expect(seen.size).toBeGreaterThan(1);
    expect(seen.size).toBeLessThan(6);
  });

  test('in a hidden tab and off the screen it waits; what the reader paused stays paused', async ({
    page,
  }) => {
    await page.clock.install();
    const figure = await open(page, id);
    await page.clock.pauseAt(Date.now() + 60_000);
    const hide = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await play(figure);
    await expect
      .poll(async () => (await page.clock.runFor(50), parseFloat(await now(figure))), often)
      .toBeGreaterThan(0.1);
    await hide(true);
    const rest = await now(figure);
    await page.clock.runFor(1000);
    expect(await now(figure)).toBe(rest);
    await hide(false);
    await page.clock.runFor(200);
    expect(parseFloat(await now(figure))).toBeGreaterThan(parseFloat(rest));

    // Off the screen: the browser says so in its own time, so the figure is watched until it has stopped.
    const scroll = (y: number) =>
      page.evaluate((top) => window.scrollTo({ top, behavior: 'instant' }), y);
    await figure.evaluate((root) => (root.style.marginBlockEnd = '3000px'));
    await scroll(100_000);
    let before = '';
    await expect
      .poll(async () => {
        before = await now(figure);
        await page.clock.runFor(50);
        return (await now(figure)) === before;
      })
      .toBe(true);
    await scroll(0);
    await expect
      .poll(async () => (await page.clock.runFor(50), await now(figure)), often)
      .not.toBe(before);
    await figure.getByRole('button', { name: 'Pause' }).click();
    await hide(true);
    await hide(false);
    const paused = await now(figure);
    await page.clock.runFor(500);
    expect(await now(figure)).toBe(paused);
  });

  test('it says nothing by itself: not on waking, not while playing, once at the end', async ({
    page,
  }) => {
    await page.clock.install();
    const figure = await open(page, id);
    const live = figure.locator('[aria-live=polite]');
    await page.clock.runFor(2000);
    await expect(live).toBeEmpty();
    await page.clock.pauseAt(Date.now() + 60_000);
    await play(figure);
    await expect
      .poll(async () => (await page.clock.runFor(50), parseFloat(await now(figure))), often)
      .toBeGreaterThan(0.2);
    await expect(live).toBeEmpty();
    await scrubTo(figure, Number(await scrubber(figure).getAttribute('max')) - 20);
    await expect
      .poll(async () => (await page.clock.runFor(50), live.innerText()), often)
      .toMatch(/^At \d/);
  });

  test('going back in the history goes back in the figure', async ({ page }) => {
    const figure = await open(page, id, 't=700');
    await page.evaluate(() => history.pushState(null, '', '?t=1500&keep=me'));
    await scrubTo(figure, 2000);
    await expect.poll(() => new URL(page.url()).searchParams.get('t')).toBe('2000');
    expect(new URL(page.url()).searchParams.get('keep')).toBe('me');
    await page.goBack();
    await expect.poll(() => now(figure)).toBe('0.70 s');
  });
}

/** What holds for a figure that asks. */
function answerTests(id: string): void {
  test('by keyboard alone: reached by Tab, answered by Space and arrows, and left again', async ({
    page,
  }) => {
    const figure = await open(page, id);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('type'));
    for (let i = 0; i < 60 && (await focused()) !== 'radio'; i++) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect.poll(() => new URL(page.url()).search).not.toBe('');
    const one = new URL(page.url()).search;
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(page.url()).search).not.toBe(one);
    let outside = false;
    for (let i = 0; i < 60 && !outside; i++) {
      await page.keyboard.press('Tab');
      outside = await figure.evaluate((root) => !root.contains(document.activeElement));
    }
    expect(outside).toBe(true);
  });
}

for (const { id, settings, presets, main } of figures) {
  const timed = 't' in settings;
  const typed = main.find((name) => settings[name]!.kind === 'number');

  test.describe(id, () => {
    test('without JavaScript: the picture, its words and its tables, and no dead controls', async ({
      browser,
    }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(`/play/${id}/`);
      const figure = page.locator(`figure[data-figure="${id}"]`);
      await expect(figure.getByRole('img').first()).toBeVisible();
      await expect(figure.locator('.moment')).toHaveText(timed ? /^At \d/ : /\w/);
      for (const control of ['button', 'slider', 'radio', 'textbox', 'combobox'] as const)
        await expect(figure.getByRole(control)).toHaveCount(0);
      await figure.getByText('The numbers as tables').click();
      expect(await figure.getByRole('table').count()).toBeGreaterThan(0);
      expect(await figure.getByRole('row').count()).toBeGreaterThan(timed ? 12 : presets.length);
      await context.close();
    });

    test('waking changes neither its size nor its place', async ({ browser, page }) => {
      const asleep = await browser.newContext({ viewport: page.viewportSize() });
      const before = await asleep.newPage();
      await before.route('**/*.js', (route) => route.abort());
      await before.goto(`/play/${id}/`);
      const still = await before.locator(`figure[data-figure="${id}"]`).boundingBox();
      await asleep.close();
      expect(await (await open(page, id)).boundingBox()).toEqual(still);
    });

    test('with text of twice its size it fits a phone', async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await open(page, id);
      await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    });

    if (timed) clockTests(id);
    else answerTests(id);

    test('each setting in the address is what the figure has, and what it writes back', async ({
      page,
    }) => {
      test.slow(); // a visit for every setting
      const seen = watch(page);
      for (const [name, setting] of Object.entries(settings)) {
        const value = another(setting);
        await test.step(`${name}=${value}`, async () => {
          const figure = await open(page, id, `${name}=${value}`);
          await expect(figure.locator('.problems')).toBeEmpty();
          if (name === 't') expect(parseFloat(await now(figure))).toBe(Number(value) / 1000);
          else
            await expect(figure.locator(`[data-setting="${name}"]`)).toHaveAttribute(
              'data-value',
              value,
            );
          // Changing something else keeps it.
          await touch(figure, name);
          await expect
            .poll(() => new URL(page.url()).searchParams.get(name))
            .toBe(name === 't' ? '300' : value);
          expect(seen.complaints).toEqual([]);
        });
      }
    });

    test('bad values in the address are named, and everything is there all the same', async ({
      page,
    }) => {
      const seen = watch(page);
      const bad = Object.fromEntries(
        Object.entries(settings).map(([name, { kind }]) => [
          name,
          kind === 'enum' ? 'wobble' : 'abc',
        ]),
      );
      const { problems } = parse(settings, bad);
      expect(problems.length).toBe(Object.keys(settings).length);
      const figure = await open(page, id, new URLSearchParams({ ...bad, unknown: '1' }).toString());
      for (const { message } of problems) await expect(figure.getByText(message)).toBeVisible();
      await expect(figure.getByRole('img').first()).toBeVisible();
      await expect(page.locator('#settings')).toBeVisible();
      expect(seen.complaints).toEqual([]);
    });

    if (typed)
      test('a bad value in a field is named beside it, and the picture stays', async ({ page }) => {
        const setting = settings[typed]!;
        const figure = await open(page, id);
        const field = figure.getByRole('textbox', { name: setting.label, exact: true });
        const before = await figure.getByRole('img').first().innerHTML();
        await field.fill('fast');
        await field.blur();
        await expect(figure.getByText(`${typed}: “fast” is not a number`)).toBeVisible();
        await expect(field).toHaveAccessibleDescription(
          new RegExp(`Cannot be “fast”\\. Allowed: ${allowed(setting)}\\.`),
        );
        expect(await figure.getByRole('img').first().innerHTML()).toBe(before);
        await field.fill('90');
        await field.blur();
        await expect(figure.locator('.problems')).toBeEmpty();
      });

    test('every preset can be pressed, and the link that is copied shows the same picture', async ({
      page,
      context,
    }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const figure = await open(page, id);
      for (const preset of presets) {
        const button = figure.getByRole('button', { name: preset.label, exact: true });
        await button.click();
        await expect(button).toHaveAttribute('aria-pressed', 'true');
        if (timed) await scrubTo(figure, 700);
        await figure.getByRole('button', { name: 'Copy link' }).click();
        const link = await page.evaluate(() => navigator.clipboard.readText());
        const other = await context.newPage();
        await other.goto(link);
        const copy = other.locator(`figure[data-figure="${id}"]`);
        await expect(copy).toHaveAttribute('data-live', 'true');
        const picture = (of: Locator) => markup(of.getByRole('img').first());
        // Another text to send is fetched once the figure is awake.
        await expect.poll(() => picture(copy)).toBe(await picture(figure));
        await other.close();
      }
    });

    test('the menu of files closes when it is left, and on Escape', async ({ page }) => {
      const figure = await open(page, id);
      const file = figure.getByRole('button', { name: 'SVG', exact: true });
      await figure.getByText('Save', { exact: true }).click();
      await file.focus();
      await page.keyboard.press('Escape');
      await expect(file).toBeHidden();
      await figure.getByText('Save', { exact: true }).click();
      await file.focus();
      await figure.getByRole('button', { name: 'Copy link' }).focus();
      await expect(file).toBeHidden();
    });

    if (timed)
      test('showing all rows moves the focus to them', async ({ page }) => {
        const figure = await open(page, id);
        await figure.getByText('The numbers as tables').click();
        const all = figure.getByRole('button', { name: 'Show all rows' });
        await expect(all).toBeEnabled();
        await all.press('Enter');
        const rows = figure.locator('.scroll').last();
        await expect(rows).toBeFocused();
        expect(await rows.getByRole('row').count()).toBeGreaterThan(100);
      });

    test('what waits is fetched when it is first asked for, and once', async ({ page }) => {
      const fetched: string[] = [];
      page.on('request', (request) => {
        const part = /(output|export|gsapClock)\.[^/]*\.js$|(css)$/.exec(request.url());
        if (part) fetched.push(part[1] ?? part[2]!);
      });
      const figure = await open(page, id);
      const tables = figure.locator('details').filter({ hasText: 'The numbers as tables' });
      const drawn = await tables.innerText();
      await page.waitForLoadState('networkidle');
      expect(fetched.splice(0)).toEqual(['css']); // the page's own

      await tables.locator('summary').press('Enter');
      const all = tables.getByRole('button', { name: 'Show all rows' });
      await expect(all).toBeEnabled();
      expect(fetched).toEqual(['output']);
      await expect(tables.locator('summary')).toBeFocused();
      expect((await tables.innerText()).startsWith(drawn.slice(0, 30))).toBe(true);
      await figure.getByRole('button', { name: presets.at(-1)!.label, exact: true }).click();
      await expect(all).toHaveCount(1); // no second copy is left of what the server drew

      const save = figure.getByText('Save', { exact: true });
      for (const file of ['CSV', 'SVG']) {
        const download = page.waitForEvent('download');
        await save.click();
        await figure.getByRole('button', { name: file, exact: true }).click();
        await download;
      }
      expect(fetched).toEqual(['output', 'export']);

      if (!timed) return;
      await figure.getByRole('combobox', { name: 'Speed' }).selectOption('0.1'); // not over before the next press
      for (const press of ['Play', 'Pause', 'Play', 'Pause'])
        await figure.getByRole('button', { name: press, exact: true }).click();
      expect(fetched).toEqual(['output', 'export', 'gsapClock']);
    });

    test('what cannot be fetched leaves a line and what was drawn, and can be tried again', async ({
      page,
    }) => {
      await page.route(/(output|export)\.[^/]*\.js$/, (route) => route.abort());
      const figure = await open(page, id);
      await figure.getByText('Save', { exact: true }).click();
      await figure.getByRole('button', { name: 'SVG', exact: true }).click();
      await expect(figure.locator('.failed')).toHaveText(/^The SVG could not be saved: a part of/);

      const summary = figure.getByText('The numbers as tables');
      await summary.click();
      await expect(figure.getByText('This could not be fetched.')).toBeVisible();
      await expect(figure.getByRole('table').first()).toBeVisible();
      await page.unroute(/(output|export)\.[^/]*\.js$/);
      await figure.getByRole('button', { name: 'Try again' }).click();
      await expect(figure.getByRole('button', { name: 'Show all rows' })).toBeEnabled();
      await expect(figure.getByText('This could not be fetched.')).toBeHidden();
      await expect(summary).toBeFocused();
    });

    test('without a clipboard the link can be copied by hand', async ({ page }) => {
      const figure = await open(page, id);
      await page.evaluate(() =>
        Object.defineProperty(navigator, 'clipboard', { value: undefined }),
      );
      await figure.getByRole('button', { name: 'Copy link' }).click();
      const field = figure.getByRole('textbox', { name: /Copy it from here/ });
      await expect(field).toHaveValue(/\/play\//);
      await expect(field).toBeFocused();
    });

    test('saves a picture as SVG and PNG, and its numbers as CSV', async ({ page }) => {
      const figure = await open(page, id);
      for (const [file, start] of [
        ['SVG', /^<svg xmlns/],
        ['PNG', /^\x89PNG/],
        ['CSV', /^\w[^\n]*,[^\n]*\r\n[^\n]+/],
      ] as const) {
        await figure.getByText('Save', { exact: true }).click();
        const download = page.waitForEvent('download');
        await figure.getByRole('button', { name: file, exact: true }).click();
        await expect(figure.getByText('Save', { exact: true })).toBeFocused();
        const chunks: Buffer[] = [];
        for await (const chunk of await (await download).createReadStream())
          chunks.push(chunk as Buffer);
        expect(Buffer.concat(chunks).toString('latin1')).toMatch(start);
      }
    });

    for (const width of [320, 390])
      test(`at ${width} px nothing sticks out, and every control is big enough for a finger`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height: 800 });
        const figure = await open(page, id);
        const bad = await figure.evaluate((root) => {
          const box = root.getBoundingClientRect();
          const controls = root.querySelectorAll(
            'button, select, summary, input[type=range], input[type=text]',
          );
          return [...controls].flatMap((control) => {
            const { left, right, width, height } = control.getBoundingClientRect();
            if (width === 0) return [];
            const what = control.getAttribute('aria-label') ?? control.textContent.trim();
            const out = left < box.left - 1 || right > box.right + 1 ? [`${what} sticks out`] : [];
            return height < 44 || width < 44 ? [...out, `${what}: ${width} × ${height}`] : out;
          });
        });
        expect(bad).toEqual([]);
      });
  });
}

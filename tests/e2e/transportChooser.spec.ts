// The chart as a reader uses it: by keyboard, by pointer, by address, on a phone.
import type { Locator, Page } from '@playwright/test';
import { violations } from './axe.ts';
import { expect, test } from './site.ts';

async function open(page: Page, query = ''): Promise<Locator> {
  await page.goto(`/play/transport-chooser/${query && `?${query}`}`);
  const figure = page.locator('figure.ff');
  await expect(figure).toHaveAttribute('data-live', 'true');
  return figure;
}

const question = (figure: Locator, name: string | RegExp) => figure.getByRole('group', { name });
const answer = (figure: Locator) => figure.locator('[aria-current=true] strong');
const lit = (figure: Locator) => figure.locator('.edges:visible .lines path.on');
const query = (page: Page) => new URL(page.url()).search.slice(1);

test('by keyboard alone: through the chart to an answer, back, and over again', async ({
  page,
}) => {
  const figure = await open(page);
  await figure.getByRole('button', { name: 'Deep-research mode' }).focus();
  await page.keyboard.press('Tab');
  const first = question(figure, /Is somebody waiting/);
  await expect(first.getByRole('radio', { name: 'Yes' })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(figure.locator('.moment')).toContainText('Question 2 of 3');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(question(figure, /take over 10/).getByRole('radio', { name: 'No' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(answer(figure)).toHaveText('Stream');
  await expect(lit(figure)).toHaveCount(3);
  await expect(figure.locator('[aria-live=polite]')).toHaveText(/^Stream: somebody is waiting/);

  const back = figure.getByRole('button', { name: 'Back' });
  await back.focus();
  for (const left of [2, 1, 0]) {
    await page.keyboard.press('Enter');
    await expect(lit(figure)).toHaveCount(left);
    await expect(back).toBeFocused();
  }
  await expect(back).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(back).toBeFocused();
});

test('an earlier answer that changes keeps the later ones', async ({ page }) => {
  const figure = await open(page, 'waiting=yes&long=no&wordy=yes');
  const first = question(figure, /Is somebody waiting/);
  await first.getByText('No', { exact: true }).click();
  await expect(answer(figure)).toHaveText('Batch');
  await expect(lit(figure)).toHaveCount(1);
  await first.getByText('Yes', { exact: true }).click();
  await expect(answer(figure)).toHaveText('Stream');
});

test('a later answer that comes first waits for the path', async ({ page }) => {
  const figure = await open(page);
  await question(figure, /200 tokens/)
    .getByText('Yes', { exact: true })
    .click();
  await expect(lit(figure)).toHaveCount(0);
  await expect(figure.locator('.moment')).toContainText('Question 3: answered already');
  await question(figure, /Is somebody waiting/)
    .getByText('Yes', { exact: true })
    .click();
  await question(figure, /take over 10/)
    .getByText('No', { exact: true })
    .click();
  await expect(answer(figure)).toHaveText('Stream');
});

for (const [name, ending, search] of [
  ['Chat surface', 'Stream', 'waiting=yes&long=no&wordy=yes'],
  ['Title suggestion', 'Sync', 'waiting=yes&long=no&wordy=no'],
  ['Nightly summaries', 'Batch', 'waiting=no'],
  ['Deep-research mode', 'Async job', 'waiting=yes&long=yes'],
] as const)
  test(`${name} ends in ${ending}, with all there is to say, at an address of its own`, async ({
    page,
  }) => {
    const figure = await open(page);
    await figure.getByRole('button', { name, exact: true }).click();
    await expect(answer(figure)).toHaveText(ending);
    await expect.poll(() => query(page)).toBe(search);
    const panel = figure.getByRole('region', { name: `The answer: ${ending}` });
    for (const term of ['Why', 'What it costs', 'What to watch for', 'What it protects'])
      await expect(panel.getByRole('term').filter({ hasText: term })).toBeVisible();
    const code = panel.getByRole('group', { name: 'Code sketch, TypeScript' });
    await expect(code).toContainText('export ');
    await expect(code).toHaveAttribute('tabindex', '0');
    const links = await panel
      .getByRole('link')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    expect(links.length).toBeGreaterThan(0);
    for (const { pathname, hash } of links.map((href) => new URL(href)))
      expect(await (await page.request.get(pathname)).text()).toContain(`id="${hash.slice(1)}"`);

    await page.reload();
    await expect(answer(figure)).toHaveText(ending);
    await figure.getByRole('button', { name: 'Restart' }).click();
    await expect(lit(figure)).toHaveCount(0);
    await expect.poll(() => query(page)).toBe('');
  });

test('an answer pressed shows the way to it', async ({ page }) => {
  const figure = await open(page, 'finer=on&survive=yes');
  await figure.getByRole('button', { name: 'Show the way to Sync' }).click();
  await expect(answer(figure)).toHaveText('Sync');
  await expect(lit(figure)).toHaveCount(3);
});

test('the second level moves the answer, says why, and asks to heed', async ({ page }) => {
  const figure = await open(page, 'waiting=yes&long=no&wordy=yes');
  const survive = question(figure, /survive a disconnect/);
  await expect(survive).toBeHidden();
  await figure.getByRole('checkbox', { name: 'Four finer questions' }).check();
  await survive.getByText('Yes, it goes on').click();
  await expect(answer(figure)).toHaveText('Async job');
  await expect(figure.locator('.edges:visible .arc')).toHaveCount(1);
  await expect(figure.locator('.finding')).toHaveText(
    'Async job, not a stream: it must survive a disconnect.',
  );
  await expect(figure.getByText('With your finer answers')).toBeVisible();
  await figure.getByRole('checkbox', { name: 'Four finer questions' }).uncheck();
  await expect(answer(figure)).toHaveText('Stream');
});

for (const width of [320, 390, 768, 1280])
  test(`at ${width} px nothing is cut off or covered`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const figure = await open(page, 'waiting=yes&long=no&wordy=yes&finer=on&survive=yes');
    // Words stay inside their box and clear of the controls on its border.
    const faults = await figure.evaluate((root) => {
      const rect = (element: Element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect();
      };
      const meet = (a: DOMRect, b: DOMRect) =>
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      const out: string[] = [];
      for (const box of root.querySelectorAll('.question, .answer')) {
        const frame = box.getBoundingClientRect();
        const words = [...box.querySelectorAll('legend, .hint, strong, li > span')]
          .filter((e) => e.checkVisibility())
          .map((e) => [e.textContent, rect(e)] as const);
        for (const [text, { left, right, top, bottom }] of words)
          if (left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom)
            out.push(`out of its box: ${text}`);
        for (const port of box.querySelectorAll('.port'))
          for (const [text, there] of words)
            if (meet(there, port.getBoundingClientRect())) out.push(`covered: ${text}`);
      }
      return out;
    });
    expect(faults).toEqual([]);
    const sizes = await figure
      .locator('.port')
      .evaluateAll((ports) => ports.map((port) => port.getBoundingClientRect().height));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(width < 700 ? 44 : 32);
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in an answer, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await open(page, 'waiting=yes&long=no&wordy=yes&finer=on&survive=yes&silence=over60');
    expect(await violations(page, { within: 'figure.ff' })).toEqual([]);
  });

test('with reduced motion the path is lit at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const figure = await open(page);
  await figure.getByRole('button', { name: 'Chat surface' }).click();
  await expect(lit(figure)).toHaveCount(3);
  expect(await figure.evaluate((root) => root.getAnimations({ subtree: true }).length)).toBe(0);
});

test('without JavaScript and on paper: the chart, its words, and no control', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/play/transport-chooser/');
  const figure = page.locator('figure.ff');
  await expect(figure.getByRole('img').first()).toBeVisible();
  await expect(figure.getByRole('radio')).toHaveCount(0);
  await expect(figure.getByRole('button')).toHaveCount(0);
  await expect(figure.getByRole('checkbox')).toHaveCount(0);
  await expect(figure.getByText('Is somebody waiting?').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(figure.getByRole('table', { name: 'Every path' })).toBeVisible();
  await expect(figure.getByRole('table', { name: 'What each answer is' })).toBeVisible();
  await context.close();
});

// “Run it in this browser”: what is asserted is what a busy machine cannot change.
import type { Page } from '@playwright/test';
import { send } from '../../src/sim/index.ts';
import { violations } from './axe.ts';
import { expect, test, watch } from './site.ts';

async function opened(page: Page, query: string) {
  await page.goto(`/play/latency-simulator/?${query}`);
  await expect(page.locator('figure.ff')).toHaveAttribute('data-live', 'true');
  const part = page.locator('details', { hasText: 'Run it in this browser' });
  await expect(part.locator('iframe')).toHaveCount(0); // not even its code is there
  await part.locator('summary').click();
  const frame = part.locator('iframe');
  await expect(frame).toBeVisible();
  return {
    part,
    status: part.getByRole('status'),
    answer: frame.contentFrame().locator('body'),
    button: (what: 'Run' | 'Stop', name: string) =>
      part.getByRole('button', { name: `${what} ${name}` }),
  };
}

test('each way of rendering runs when it is asked to, and shows every token', async ({ page }) => {
  const { requests, complaints } = watch(page);
  const { part, status, answer, button } = await opened(
    page,
    'response=japanese&tokens=40&group=3&rate=200&ttft=50&cost=2',
  );
  const { tokens, n } = send({ response: 'japanese', tokens: 40 });
  // What is run is what the figure shows, whose text is fetched once it is awake.
  await expect(page.locator('.panel').nth(1)).toContainText(tokens.text[0]!);
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  const before = requests.length;
  await expect(answer).toHaveText('');
  await expect(status).toHaveText('');

  for (const name of ['Sync', 'Stream, per token', 'Stream, every 50 ms']) {
    await button('Run', name).click();
    await expect(status).toContainText(`${name}, measured: first paint`);
    expect(await answer.textContent()).toBe(tokens.text.slice(0, n).join(''));
  }
  const paints = part.getByRole('row', { name: /^Paints/ });
  const counts = (await paints.locator('td:nth-child(3)').allTextContents()).map(Number);
  expect(counts[0]).toBe(1);
  for (const count of counts.slice(1)) {
    expect(count).toBeGreaterThanOrEqual(1);
    expect(count).toBeLessThanOrEqual(Math.ceil(n / 3) * 3);
  }
  await expect(part.getByRole('img', { name: /measured: first paint/ })).toHaveCount(3);
  expect(requests.slice(before)).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await violations(page, { within: '.run' })).toEqual([]);

  // What was measured is of other settings.
  await page.locator('.presets').getByRole('button', { name: 'Default' }).click();
  await expect(paints).toHaveCount(0);
  await expect(status).toHaveText('');
});

test('a run can be stopped: by its button, by Escape, and by other settings', async ({ page }) => {
  const { status, answer, button } = await opened(page, 'ttft=60000');
  const name = 'Stream, per token';
  const stops = {
    button: () => button('Stop', name).press('Enter'),
    escape: () => page.keyboard.press('Escape'),
  };
  for (const stop of Object.values(stops)) {
    await button('Run', name).press('Enter');
    await expect(status).toHaveText(`${name} is running. It takes about 65.0\u00a0s.`);
    await expect(button('Stop', name)).toBeFocused();
    await button('Run', 'Sync').press('Enter'); // one at a time
    await button('Stop', name).focus();
    await expect(button('Stop', name)).toBeVisible();
    await stop();
    await expect(status).toHaveText('Stopped.');
    await expect(button('Run', name)).toBeVisible();
  }
  await button('Run', name).click();
  await page.locator('.presets').getByRole('button', { name: 'One word' }).click();
  await expect(button('Run', name)).toBeVisible();
  await expect(status).toHaveText('');
  await expect(answer).toHaveText('');
});

test('out of sight, where browsers paint seldom or never, nothing is measured', async ({
  page,
}) => {
  const { part, button } = await opened(page, 'ttft=60000');
  const summary = part.locator('summary');
  const ways = {
    away: () => page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' })),
    closed: () => summary.click(),
  };
  for (const leave of Object.values(ways)) {
    await button('Run', 'Sync').click();
    await expect(button('Stop', 'Sync')).toBeVisible();
    await leave();
    await expect(part.locator('.said')).toContainText('Stopped: the frame was out of sight');
  }
  await summary.click();
  await expect(button('Run', 'Sync')).toBeVisible();
});

test('what starts a run does not end it: a double click, or a key that is held', async ({
  page,
}) => {
  const { button } = await opened(page, 'ttft=60000');
  await button('Run', 'Sync').dblclick();
  await expect(button('Stop', 'Sync')).toBeVisible();
  await button('Stop', 'Sync').press('Enter');
  await button('Run', 'Sync').focus();
  for (let times = 0; times < 2; times++) await page.keyboard.down('Enter');
  await expect(button('Stop', 'Sync')).toBeVisible();
});

test('where something keeps the frame away, the part says so', async ({ page }) => {
  const { part, status, button } = await opened(page, '');
  await part.locator('iframe').evaluate((frame) => frame.remove());
  await button('Run', 'Sync').click();
  await expect(status).toHaveText(
    'The run failed: this browser gives the page no frame to draw in.',
  );
});

test('while the page is busy with a batch, Escape is heard between two tokens', async ({
  page,
}) => {
  // A key that is pressed when three tokens are drawn: from outside nobody could hit that moment.
  await page.addInitScript(() => {
    let asked = 0;
    const isInputPending = () => {
      if (++asked === 3)
        setTimeout(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })));
      return asked >= 3;
    };
    Object.defineProperty(navigator, 'scheduling', { value: { isInputPending } });
  });
  const { status, answer, button } = await opened(page, 'ttft=0&rate=2000&cost=20&tokens=100');
  await button('Run', 'Stream, per token').press('Enter');
  await expect(status).toHaveText('Stopped.');
  const all = send({ tokens: 100 }).tokens.text.slice(0, 100).join('');
  expect((await answer.textContent())!.length).toBeLessThan(all.length);
});

test('a figure on somebody else’s page has none', async ({ page }) => {
  await page.goto('/embed/latency-simulator/');
  await expect(page.locator('[data-live=true]')).toBeVisible();
  await expect(page.getByText('How the score adds up')).toBeVisible();
  await expect(page.getByText('Run it in this browser')).toHaveCount(0);
});

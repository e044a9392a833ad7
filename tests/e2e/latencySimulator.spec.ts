// The numbers on the screen are those that the command line gives for the same settings.
import { execFileSync } from 'node:child_process';
import { duration, score } from '../../src/components/figures/shared/words.ts';
import type { Metrics } from '../../src/sim/index.ts';
import { expect, holdBack, test } from './site.ts';

function simulated(query: string, render: string): Metrics {
  const words = [...new URLSearchParams(query)]
    .filter(([key]) => key !== 'render')
    .map(([k, v]) => `${k}=${v}`);
  const output = execFileSync(process.execPath, [
    'scripts/simulate.ts',
    ...words,
    `render=${render}`,
    '--format',
    'json',
  ]);
  return (JSON.parse(output.toString()) as { metrics: Metrics }).metrics;
}

for (const query of [
  '',
  'cost=25&render=frame',
  'proxy=bucket&every=80',
  'response=japanese&group=4&jitter=0.6&seed=7',
  'response=long&ttft=750&rate=100&hz=120&charcost=3&weight=3',
])
  test(`“${query}” shows what npm run simulate prints`, async ({ page }) => {
    await page.goto(`/play/latency-simulator/?${query}`);
    const figure = page.locator('figure.ff');
    await expect(figure).toHaveAttribute('data-live', 'true');
    const renders = ['sync', 'token', new URLSearchParams(query).get('render') ?? 'every'];
    for (const [i, render] of renders.entries()) {
      const { firstPaint, total, feelsFast } = simulated(query, render);
      await expect(figure.locator('.panel').nth(i).locator('dd')).toHaveText([
        duration(firstPaint),
        duration(total),
        score(feelsFast),
      ]);
    }
  });

test('dragging a slider re-simulates all three within the same frame', async ({ page }) => {
  await page.goto('/play/latency-simulator/');
  const figure = page.locator('figure.ff');
  await expect(figure).toHaveAttribute('data-live', 'true');
  await figure.getByText('How the score adds up').click(); // its code comes when it is opened
  await expect(figure.locator('[hidden] tr', { hasText: '= score' })).toHaveCount(1); // as the server drew it
  const changed = await figure
    .locator('[data-setting=cost] [type=range]')
    .evaluate(async (input) => {
      // From the table, to a tenth of a point: what the panels show is rounded, and sync changes by less than one.
      const scores = () =>
        [...document.querySelectorAll('.ff tr')]
          .filter((row) => row.checkVisibility() && row.textContent.includes('= score'))
          .flatMap((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent));
      const before = scores();
      (input as HTMLInputElement).valueAsNumber = 21;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      return before.length === 3 && scores().every((score, i) => score !== before[i]);
    });
  expect(changed).toBe(true);
});

test('picking a scenario sets its own speeds and leaves the page as it is', async ({ page }) => {
  await page.goto('/play/latency-simulator/?cost=10');
  const figure = page.locator('figure.ff');
  await expect(figure).toHaveAttribute('data-live', 'true');
  await figure.getByRole('combobox', { name: 'Answer' }).selectOption('reasoning');
  await expect(figure.getByRole('textbox', { name: 'Reasoning' })).toHaveValue('2000');
  await expect(figure.getByRole('textbox', { name: 'Work per draw' })).toHaveValue('10');
});

test('the weight moves the score, and the terms show how', async ({ page }) => {
  await page.goto('/play/latency-simulator/');
  const figure = page.locator('figure.ff');
  await expect(figure).toHaveAttribute('data-live', 'true');
  await figure.getByText('How the score adds up').click();
  await figure.getByRole('textbox', { name: 'Weight of first paint' }).fill('0');
  await figure.getByRole('textbox', { name: 'Weight of first paint' }).blur();
  const row = figure.getByRole('row', { name: /÷ 1 = weighted wait/ });
  await expect(row).toContainText(duration(simulated('weight=0', 'token').total));
});

test('a text that comes later is drawn when it is there; until then the former picture stays', async ({
  page,
}) => {
  const come = await holdBack(page, /\/others\.[^/]*\.js$/);
  const address = '/play/latency-simulator/?response=japanese&t=900';
  await page.goto(address);
  const figure = page.locator('figure.ff');
  await expect(figure).toHaveAttribute('data-live', 'true');
  await expect(figure.getByLabel('Answer', { exact: true })).toHaveValue('japanese');
  await expect(figure.locator('.panel').nth(1)).toContainText('proxy');
  come();
  await expect(figure.locator('.panel').nth(1)).toContainText('モデル');
  await expect(figure.getByLabel('Moment')).toHaveValue('900');
  await expect(page).toHaveURL(address);
});

test('a text that does not come leaves the former picture and says so; choosing it again tries again', async ({
  page,
}) => {
  await page.route(/\/others\.[^/]*\.js$/, (route) => route.abort());
  await page.goto('/play/latency-simulator/?rate=120');
  const figure = page.locator('figure.ff');
  await expect(figure).toHaveAttribute('data-live', 'true');
  const answer = figure.getByLabel('Answer', { exact: true });
  await answer.selectOption('code');
  await expect(figure.getByRole('status')).toContainText('“code” could not be fetched');
  await expect(answer).toHaveValue('chat');
  await expect(figure.locator('[data-setting=rate]')).toHaveAttribute('data-value', '120');
  await page.unroute(/\/others\.[^/]*\.js$/);
  await answer.selectOption('code');
  await expect(figure.locator('.panel').nth(1)).toContainText('Retry only');
  await expect(figure.getByRole('status')).toHaveText('');
});

import type { Locator, Page } from '@playwright/test';

/** The figure, awake and in view. */
export async function awakeFigure(page: Page, figureId: string): Promise<Locator> {
  const figure = page.locator(`figure[data-figure="${figureId}"]`).first();
  await figure.scrollIntoViewIfNeeded();
  await page.locator(`figure[data-figure="${figureId}"][data-live]`).first().waitFor();
  await page.evaluate(() => document.fonts.ready);
  return figure;
}

const scrubber = (figure: Locator) => figure.getByRole('slider', { name: 'Moment' });

/** How long the figure plays, in simulated ms. */
export async function playtimeOf(figure: Locator): Promise<number> {
  return Number(await scrubber(figure).getAttribute('max'));
}

/** Puts the playhead to `t` (simulated ms), as a hand on the scrubber would. */
export async function scrubTo(figure: Locator, t: number): Promise<void> {
  await scrubber(figure).evaluate((input, value) => {
    (input as HTMLInputElement).valueAsNumber = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, t);
}

/** The speed it plays at, set first if given. */
export async function speedOf(figure: Locator, speed?: number): Promise<number> {
  const chosen = figure.getByRole('combobox', { name: 'Speed' });
  if (speed !== undefined) await chosen.selectOption(String(speed));
  return Number(await chosen.inputValue());
}

/** Presses Play, and waits until the playhead has moved: the clock may have to be fetched first. */
export async function play(figure: Locator): Promise<void> {
  const from = await scrubber(figure).inputValue();
  await figure.getByRole('button', { name: 'Play' }).press('Space');
  await figure
    .page()
    .waitForFunction(([input, start]) => (input as HTMLInputElement).value !== start, [
      await scrubber(figure).elementHandle(),
      from,
    ] as const);
}

/** Presses Pause, unless the end was there first. */
export async function pause(figure: Locator): Promise<void> {
  const button = figure.getByRole('button', { name: 'Pause' });
  if ((await button.count()) > 0) await button.press('Space');
}

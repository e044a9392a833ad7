import type { Locator, Page } from '@playwright/test';
import { mainThread, SLOWDOWN } from './mainThread.ts';
import { awakeFigure } from './playback.ts';

/** What was pressed, and how long until the frame after it, in ms. */
export interface Delay {
  control: string;
  ms: number;
}

export interface InputDelay {
  /** The 98th percentile of all, as a reader meets them, in ms. */
  p98: number;
  /** From the longest. */
  delays: Delay[];
}

interface Options {
  /** Steps of each slider, spread over all of it. */
  steps?: number;
  slowdown?: number;
}

/**
 * From input to next paint, on every button, choice and slider of the figure: each is pressed once, and sliders are
 * moved along by keys. Measured in the page, from the event's own time to the task after the frame that shows it.
 */
export async function inputDelay(
  page: Page,
  figureId: string,
  { steps = 6, slowdown = SLOWDOWN }: Options = {},
): Promise<InputDelay> {
  const figure = await awakeFigure(page, figureId);
  for (const closed of await figure.locator('.others details:not([open]) > summary').all())
    await closed.press('Enter');
  const main = await mainThread(page, slowdown);
  await page.evaluate(watchInput);

  for (const slider of await visible(figure.locator('input[type=range]:enabled'))) {
    const last = Number(await slider.getAttribute('max'));
    const by = last > 0 ? Math.max(1, Math.floor(last / steps)) : 0;
    const stepSize = Number((await slider.getAttribute('step')) ?? 1);
    for (let i = 1; i <= steps && by > 0; i++) {
      // A step short of the stop, then a key: a reader's press, at every part of the scale.
      await slider.evaluate(
        (input, value) => ((input as HTMLInputElement).valueAsNumber = value),
        Math.max(0, Math.min(last, i * by) - stepSize),
      );
      await pressAndSettle(page, slider, 'ArrowRight');
    }
  }
  for (const choice of await visible(figure.locator('input[type=radio]:enabled')))
    await pressAndSettle(page, choice, 'Space');
  // By what they are called: pressing one may replace it.
  const names = await figure
    .locator('button:enabled')
    .evaluateAll((all: HTMLElement[]) =>
      all.filter((button) => button.checkVisibility()).map((button) => button.innerText.trim()),
    );
  for (const name of new Set(names.filter(Boolean))) {
    const button = figure.locator('button:enabled').filter({ hasText: name }).first();
    if (await button.isVisible()) await pressAndSettle(page, button, 'Space');
  }

  const delays = (await page.evaluate(() => inputDelays)).sort((a, b) => b.ms - a.ms);
  await main.release();
  return { p98: delays[Math.floor(delays.length * 0.02)]?.ms ?? NaN, delays };
}

async function visible(locator: Locator): Promise<Locator[]> {
  const all = await locator.all();
  const shown = await Promise.all(all.map((control) => control.isVisible()));
  return all.filter((_, i) => shown[i]);
}

/** One press, and all that follows from it, so that the next does not wait for this one. */
async function pressAndSettle(page: Page, control: Locator, key: string): Promise<void> {
  await control.focus();
  await page.keyboard.press(key);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
      ),
  );
}

declare global {
  var inputDelays: Delay[];
}

/** In the page: notes how long each press takes to show. */
function watchInput(): void {
  globalThis.inputDelays = [];
  let pressed = 0;
  const note = (event: Event) => {
    const target = event.target as HTMLElement;
    const from = pressed;
    const control =
      target.closest('[data-setting]')?.getAttribute('data-setting') ??
      (target.getAttribute('aria-label') || target.innerText.trim());
    requestAnimationFrame(() => {
      // A message comes after the frame has been drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => inputDelays.push({ control, ms: performance.now() - from });
      port2.postMessage(null);
    });
  };
  for (const type of ['keydown', 'keyup'])
    addEventListener(type, (event) => (pressed = event.timeStamp), true);
  for (const type of ['input', 'click']) addEventListener(type, note, true);
}

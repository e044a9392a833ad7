// A figure on its own page, as somebody sees it who looks from outside.
import { expect } from 'vitest';
import { playPath } from '../../../src/embed/addresses.ts';
import type { Driver } from '../driver.ts';
import type { Visit } from './check.ts';

/** Opens the figure's own page, and waits until it is awake. */
export async function openPlay({ driver, figure, ours }: Visit, query = ''): Promise<void> {
  await driver.resize(1280, 900);
  await driver.open(ours + playPath(figure.id, query));
  await expect.poll(() => driver.evaluate(isLive)).toBe(true);
}

const isLive = () => document.querySelector<HTMLElement>('figure.ff')!.dataset['live'] === 'true';

/** What the figure shows now. */
export const seen = (driver: Driver) => driver.evaluate(look);

function look() {
  const figure = document.querySelector('figure.ff')!;
  const text = (selector: string) => figure.querySelector<HTMLElement>(selector)?.innerText ?? '';
  const picture = figure.querySelector<HTMLElement>('[part="picture"]')!;
  const curves = [...picture.querySelectorAll('path')].map((path) => path.getAttribute('d'));
  return {
    finding: text('.finding'),
    moment: text('.moment'),
    /** The words and the curves of the picture. */
    picture: [picture.innerText, ...curves].join('\n'),
    /** In seconds, as it reads. */
    now: parseFloat(text('.transport .now')),
    button: text('.transport .play').trim(),
    problems: [...figure.querySelectorAll<HTMLElement>('.problems li')].map((e) => e.innerText),
    values: Object.fromEntries(
      [...figure.querySelectorAll<HTMLElement>('[data-setting]')].map(({ dataset }) => [
        dataset['setting']!,
        dataset['value']!,
      ]),
    ),
    search: location.search,
  };
}

/** The moment that stands in the page's address, once it is not `before` any more. */
export async function movedFrom(driver: Driver, before: number | null): Promise<number> {
  const inAddress = () => driver.evaluate(() => new URLSearchParams(location.search).get('t'));
  await expect.poll(inAddress).not.toBe(before === null ? null : String(before));
  return Number(await inAddress());
}

/** Moves the slider to a moment (ms) or, where that is less than 0, to so long before its end. */
export const scrub = (driver: Driver, t: number) =>
  driver.evaluate((to) => {
    const slider = document.querySelector<HTMLInputElement>('figure.ff [aria-label="Moment"]')!;
    slider.valueAsNumber = to < 0 ? Number(slider.max) + to : to;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }, t);

/** What the page has complained of since somebody last asked. */
export const complaints = (driver: Driver) =>
  driver.evaluate(() => (window as unknown as { complaints: string[] }).complaints.splice(0));

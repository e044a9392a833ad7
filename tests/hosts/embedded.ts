// A figure on a host's page, as a reader sees it.

import { expect, type Locator, type Page } from '@playwright/test';
import { figure } from './figures.ts';
import type { Tier } from './hosts.ts';

/** Everything of the figure: the body of its frame, or its element. */
export const figureOn = (page: Page, tier: Tier): Locator =>
  tier === 'iframe' ? frameOn(page).contentFrame().locator('body') : elementOn(page);

export const frameOn = (page: Page): Locator => page.locator('iframe');
export const elementOn = (page: Page): Locator => page.locator(`ff-${figure.id}`);

/** A part of the figure: what `::part()` calls so. */
export const part = (root: Locator, name: string): Locator =>
  root.locator(`[part~="${name}"]`).first();

/** Sees that the figure is there, awake, and says this of its settings. */
export async function expectDrawn(root: Locator, finding: string): Promise<void> {
  await expect(part(root, 'title')).toContainText(figure.title);
  await expect(root.getByRole('button', { name: 'Play' })).toBeEnabled();
  await expect(part(root, 'caption')).toContainText(finding);
  const box = await root.locator('svg[viewBox]').first().boundingBox();
  expect(Math.min(box!.width, box!.height)).toBeGreaterThan(40);
}

/** Sees that the figure is given the height that it needs: within 4 px, and with nothing to scroll to in a frame. */
export async function expectHeight(page: Page, tier: Tier): Promise<void> {
  const outer = tier === 'iframe' ? frameOn(page) : elementOn(page);
  const inner =
    tier === 'iframe' ? frameOn(page).contentFrame().locator('html') : part(outer, 'figure');
  const given = () => outer.evaluate(({ clientHeight }) => clientHeight);
  const needed = () => inner.evaluate((element) => element.getBoundingClientRect().height);
  await expect
    .poll(async () => Math.abs((await given()) - (await needed())))
    .toBeLessThanOrEqual(4);
  if (tier === 'iframe')
    expect(await inner.evaluate((html) => html.scrollHeight - html.clientHeight)).toBe(0);
}

/** Runs the figure's clock for a moment, and stops it. */
export async function playALittle(root: Locator): Promise<void> {
  const now = part(root, 'transport').locator('.now');
  const before = await now.innerText();
  await root.getByRole('button', { name: 'Play' }).click();
  await expect(now).not.toHaveText(before);
  await root.getByRole('button', { name: 'Pause' }).click();
}

/** How light the figure's words and ground are, from 0 to 1. */
export const lightness = (root: Locator): Promise<{ ink: number; ground: number }> =>
  part(root, 'figure').evaluate((element) => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;
    /** A computed colour may be of any colour space: painted, it is sRGB. */
    const lightness = (colour: string) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      if (alpha !== 255) throw new Error(`One can see through ${colour}.`);
      return (r! + g! + b!) / 765;
    };
    const { color, backgroundColor } = getComputedStyle(element);
    return { ink: lightness(color), ground: lightness(backgroundColor) };
  });

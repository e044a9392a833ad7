// Each host's own theme switch.

import { expect, type Page } from '@playwright/test';
import type { Host } from './hosts.ts';

export type Theme = 'light' | 'dark';

interface Switch {
  /** The theme it shows now, as its style sheet reads it. */
  shown(page: Page): Promise<Theme>;
  /** Turns the other one on, where there are two. */
  turn(page: Page, to: Theme): Promise<unknown>;
}

const dataTheme = (page: Page) =>
  page.locator('html').evaluate(({ dataset }) => (dataset['theme'] === 'dark' ? 'dark' : 'light'));

const switches: Readonly<Record<string, Switch>> = {
  vitepress: {
    shown: (page) =>
      page
        .locator('html')
        .evaluate(({ classList }) => (classList.contains('dark') ? 'dark' : 'light')),
    turn: (page) => page.getByRole('switch').locator('visible=true').first().click(),
  },
  docusaurus: {
    shown: dataTheme,
    turn: (page) => page.getByRole('button', { name: /dark and light mode/ }).click(),
  },
  starlight: {
    shown: dataTheme,
    turn: (page, to) => page.getByLabel('Select theme').locator('visible=true').selectOption(to),
  },
};

/** As a reader does it, with the host's own switch. */
export async function switchTo(page: Page, { id }: Host, theme: Theme): Promise<void> {
  const { shown, turn } = switches[id]!;
  if ((await shown(page)) !== theme) await turn(page, theme);
  await expect.poll(() => shown(page)).toBe(theme);
}

export const themeOf = (page: Page, { id }: Host): Promise<Theme> => switches[id]!.shown(page);

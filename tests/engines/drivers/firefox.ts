import { firefox as playwrightFirefox } from '@playwright/test';
import { findProgram } from '../../../scripts/programs.ts';
import type { Driver, Engine } from '../driver.ts';
import { playwrights } from './playwright.ts';

export const firefox: Engine = {
  id: 'firefox',
  name: 'Firefox',
  packages: ['firefox-esr'],
  find() {
    const own = playwrights(playwrightFirefox);
    if (own) return own;
    const path = findProgram(['firefox-esr', 'firefox']);
    return path === null ? null : { source: path, start: () => start(path) };
  },
};

/** Playwright drives only its own Firefox; an ordinary one speaks WebDriver BiDi, which Puppeteer knows. */
async function start(executablePath: string): Promise<Driver> {
  const { launch } = await import('puppeteer-core');
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 0 },
  });
  const page = await browser.newPage();
  return {
    async open(url) {
      await page.goto(url);
    },
    evaluate: (act: (given: never) => unknown, given?: unknown) =>
      page.evaluate(act, given as never) as Promise<never>,
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key === 'Space' ? ' ' : key),
    resize: (width, height) => page.setViewport({ width, height }),
    screenshot: async () => Buffer.from(await page.screenshot()),
    close: () => browser.close(),
  };
}

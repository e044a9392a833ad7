import { existsSync } from 'node:fs';
import type { BrowserType, LaunchOptions } from '@playwright/test';
import type { Driver, Found } from '../driver.ts';

/** Playwright's own build, where `npx playwright install` has put it. */
export function playwrights(type: BrowserType): Found | null {
  const executablePath = pathOf(type);
  return executablePath !== null && existsSync(executablePath)
    ? { source: "Playwright's own", start: () => startPlaywright(type, { executablePath }) }
    : null;
}

export async function startPlaywright(type: BrowserType, options: LaunchOptions): Promise<Driver> {
  const browser = await type.launch(options);
  const page = await browser.newPage({ reducedMotion: 'no-preference' });
  return {
    async open(url) {
      await page.goto(url);
    },
    evaluate: (act: (given: never) => unknown, given?: unknown) =>
      page.evaluate(act, given as never) as Promise<never>,
    click: (selector) => page.locator(selector).first().click(),
    press: (key) => page.keyboard.press(key),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}

/** Whether it is there or not; null on platforms that Playwright has none for. */
function pathOf(type: BrowserType): string | null {
  try {
    return type.executablePath();
  } catch {
    return null;
  }
}

import { chromium as playwrightChromium } from '@playwright/test';
import { findBrowser } from '../../../scripts/browser.ts';
import type { Engine } from '../driver.ts';
import { startPlaywright } from './playwright.ts';

export const chromium: Engine = {
  id: 'chromium',
  name: 'Chromium',
  packages: ['chromium'],
  find() {
    const browser = findBrowser();
    if (!browser) return null;
    const { executablePath, source } = browser;
    return {
      source,
      start: () => startPlaywright(playwrightChromium, { executablePath, args: ['--disable-gpu'] }),
    };
  },
};

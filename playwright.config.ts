import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from './scripts/browser.ts';
import { freePort } from './scripts/port.ts';

const port = (process.env['E2E_PORT'] ??= String(await freePort(4329)));
const baseURL = `http://localhost:${port}`;
const browser = findBrowser();
if (!browser) {
  throw new Error('There is no Chromium here: `npm test -- browser` installs one, or says how to.');
}

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  // One more than the cores of a small machine: tests wait for the page's timers and its network as often as they work.
  workers: 3,
  retries: 0,
  // Far more than anything takes: a browser that hangs is to fail, and a slow machine is not.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL,
    // What is kept for reading offline must not answer in place of the site. offline.spec.ts tries it.
    serviceWorkers: 'block',
    contextOptions: { reducedMotion: 'no-preference' },
    launchOptions: {
      executablePath: browser.executablePath,
      // Playwright adds --no-sandbox by itself, so this works for root and in containers.
      args: [...browserFlags],
    },
  },
  webServer: {
    command: `"${process.execPath}" scripts/start.ts --no-build --port ${port}`,
    url: baseURL,
    reuseExistingServer: false,
  },
});

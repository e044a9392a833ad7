import { defineConfig } from '@playwright/test';
import { browserFlags, findBrowser } from '../../scripts/browser.ts';
import { ourOrigin, ports } from './hosts.ts';

const browser = findBrowser();
if (!browser) {
  throw new Error('There is no Chromium here: `npm test -- browser` installs one, or says how to.');
}

const { executablePath } = browser;
const args = [...browserFlags];

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/hosts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['./measurements.ts']],
  // Pretending to prefer a colour scheme would reach into frames, and hide what they make of the host's.
  use: { colorScheme: null, contextOptions: { reducedMotion: 'no-preference' } },
  projects: [
    { name: 'light system', use: { launchOptions: { executablePath, args } } },
    {
      name: 'dark system',
      grep: /theme/,
      use: {
        launchOptions: {
          executablePath,
          args: [...args, '--blink-settings=preferredColorScheme=0'],
        },
      },
    },
  ],
  webServer: [
    {
      command: `"${process.execPath}" scripts/start.ts --no-build --port ${ports.ours()}`,
      cwd: '../..',
      url: ourOrigin(),
    },
    {
      command: `"${process.execPath}" tests/hosts/serve.ts`,
      cwd: '../..',
      port: ports.theirs(),
    },
  ],
});

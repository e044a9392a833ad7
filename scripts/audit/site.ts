// The built site as its readers would get it: at its own address, compressed, over HTTP/2.

import { chromium, type Browser, type Page } from '@playwright/test';
import { ensureBrowser, quietFlags } from '../browser.ts';
import { siteOrigin } from '../origin.ts';
import { freePort } from '../port.ts';
import { serve } from '../serve.ts';
import { certificateFor } from './certificate.ts';
import { compressed } from './compressed.ts';

export interface Site {
  origin: string;
  browser: Browser;
  /** Where the browser can be reached by other programs that drive one. */
  debugPort: number;
}

/**
 * Serves `dist` until the process ends, and opens a browser that takes it for the site itself: what is on the pages
 * says where they are, so an address of ours in them is not one of somebody else.
 * @throws Error if there is no Chromium
 */
export async function openSite(dist: string): Promise<Site> {
  const found = await ensureBrowser(console.error);
  if (!found) throw new Error('There is no Chromium, and none could be installed.');
  const origin = siteOrigin();
  const { hostname } = new URL(origin);
  const { key, cert, fingerprint } = certificateFor(hostname);
  const port = await freePort(4460);
  const address = await serve(port, { https: { key, cert }, plugins: [compressed(dist)] });
  const debugPort = await freePort(port + 1);
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [
      ...quietFlags,
      `--remote-debugging-port=${debugPort}`,
      `--host-resolver-rules=MAP ${hostname}:443 ${new URL(address).host}`,
      `--ignore-certificate-errors-spki-list=${fingerprint}`,
    ],
  });
  return { origin, browser, debugPort };
}

/** What Lighthouse takes for a phone. */
const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
  reducedMotion: 'no-preference',
} as const;
const desk = { viewport: { width: 1280, height: 900 }, reducedMotion: 'no-preference' } as const;

/** Opens a page that nothing is kept for, uses it, and closes it. */
export async function withPage<Result>(
  { browser, origin }: Site,
  on: 'phone' | 'desk',
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    ...(on === 'phone' ? phone : desk),
    baseURL: origin,
    // From its store for reading offline (src/offline/) a file would seem to weigh nothing.
    serviceWorkers: 'block',
  });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

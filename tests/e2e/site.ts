import {
  expect,
  test as base,
  type BrowserContext,
  type Locator,
  type Page,
} from '@playwright/test';
import { pagesIn } from '../../scripts/dist.ts';
import { channels } from '../../src/embed/release.ts';

const built = pagesIn('dist');
const ofRelease = (path: string) => channels.some((channel) => path.startsWith(`/${channel}/`));

/** The address of every page that was built, the 404 page included. Each page of a release is one of these again. */
export const pages: readonly string[] = built.filter((path) => !ofRelease(path));
export const releasePages: readonly string[] = built.filter(ofRelease);

/** The file behind an address. */
export const fileOf = (path: string): string =>
  `dist${path}${path.endsWith('/') ? 'index.html' : ''}`;

/** Whether it is a figure alone, for a frame. */
export const isFrame = (path: string): boolean => /^\/embed\/(?!docs\/)./.test(path);

/** In every document: says in the console what was done against the policy of a page of ours. */
function tellOfViolations(ours: string): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const { documentURI, effectiveDirective, blockedURI, sample, sourceFile, lineNumber } = event;
    if (documentURI.startsWith(ours))
      console.debug(
        `Against the policy of ${documentURI}: ${effectiveDirective}: ${blockedURI} ${sample} (${sourceFile}:${lineNumber})`,
      );
  });
}

/** A test that fails when anything is done against the policy of a page of ours, in whatever context it opens. */
export const test = base.extend<{ refused: string[] }>({
  refused: [
    async ({ browser, baseURL }, use) => {
      const refused: string[] = [];
      const follow = (context: BrowserContext) => {
        context.on('console', (message) => {
          if (message.text().startsWith('Against the policy')) refused.push(message.text());
        });
        void context.addInitScript(tellOfViolations, `${baseURL!}/`);
      };
      browser.on('context', follow);
      await use(refused);
      browser.off('context', follow);
      expect(refused).toEqual([]);
    },
    { auto: true },
  ],
});

/** Collects what a page complains of, and the requests it makes to others or after it has loaded. */
export function watch(page: Page): { complaints: string[]; requests: string[] } {
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    // See `serviceWorkers` in playwright.config.ts.
    if (message.text() === 'Service Worker registration blocked by Playwright') return;
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  return { complaints, requests };
}

export { expect };

/** The control of a setting, which may wait until somebody is about to open what it is in. */
export async function controlOf(figure: Locator, name: string): Promise<Locator> {
  const waiting = figure.locator('.others summary');
  if ((await waiting.count()) > 0) await waiting.focus();
  return figure.locator(`[data-setting="${name}"]`).first();
}

/** Keeps requests waiting until what it returns is called. */
export async function holdBack(page: Page, which: RegExp): Promise<() => void> {
  let release!: () => void;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(which, (route) => held.then(() => route.continue()));
  return release;
}

// Somebody else's page, on an origin of its own, with our figures in it. Our files come from the built site.
import type { Frame, Locator, Page } from '@playwright/test';
import { expect, test as base, watch } from '../site.ts';

export interface HostPage {
  head?: string;
  /** Its Content-Security-Policy. */
  policy?: string;
  /** Attributes of its html element. */
  html?: string;
}

export const hostOrigin = 'https://host.example';

/** A message between a host and a frame of ours. */
export const message = (fields: object) => ({ ns: 'feels-fast', v: 1, ...fields });

/** Text as it reads: some of its spaces do not break. */
export const reads = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a poll looks at is cheap, and waiting long between two looks only makes it slow. */
export const often = { intervals: [20, 50] };

/** In the host's page and in every frame: keeps what the page is told, and complains of storage. */
function listen(): void {
  if (window === top) {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    addEventListener('message', ({ data }) => heard.push(data));
  }
  const complain = (name: string) => ({ get: () => console.error(`${name} is touched`) });
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore'])
    Object.defineProperty(window, name, complain(name));
  Object.defineProperty(document, 'cookie', complain('cookie'));
}

/** What a page finds on an element of ours. */
export interface FigureElement extends HTMLElement {
  readonly result: { finding: string } | null;
  readonly problems: readonly { field: string; message: string }[];
  readonly url: string;
  theme: unknown;
  play(): Promise<void>;
  pause(): void;
  seek(t: unknown): void;
  toSVG(): string;
  toCSV(): string;
}

export class Host {
  readonly page: Page;
  /** Where our files are. */
  readonly ours: string;
  /** Errors and warnings in the console, of the page and of every frame. A test takes out those it expects. */
  complaints: string[];
  requests: string[];

  constructor(page: Page, ours: string) {
    this.page = page;
    this.ours = ours;
    ({ complaints: this.complaints, requests: this.requests } = watch(page));
  }

  /** Serves pages of the host, by path, until another is put in its place. */
  async serve(path: string, body: string, { head = '', policy, html = '' }: HostPage = {}) {
    await this.page.route(hostOrigin + path, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: policy === undefined ? {} : { 'content-security-policy': policy },
        body: `<!doctype html><html lang="en" ${html}><head><title>Host</title><meta name="viewport" content="width=device-width">${head}</head><body>${body}</body></html>`,
      }),
    );
  }

  async open(body: string, page: HostPage = {}): Promise<void> {
    await this.serve('/', body, page);
    await this.page.goto(`${hostOrigin}/`);
  }

  script(path: string, attributes = ''): string {
    return `<script src="${this.ours}${path}" ${attributes}></script>`;
  }

  /** The document in an iframe of the page, once its figure is awake. */
  async frame(index = 0): Promise<Frame> {
    const iframe = this.page.locator('iframe').nth(index);
    await iframe.scrollIntoViewIfNeeded();
    const frame = await (await iframe.elementHandle()).contentFrame();
    await expect(frame!.locator('figure.ff')).toHaveAttribute('data-live', 'true');
    return frame!;
  }

  /** An element of ours on the page, once its figure is awake. */
  async element({ id }: { id: string }, index = 0): Promise<Locator> {
    const element = this.page.locator(`ff-${id}`).nth(index);
    await expect(element.locator('figure.ff')).toHaveAttribute('data-live', 'true');
    return element;
  }

  /** Sends to a frame of the page what a host may say to it. */
  async say(fields: object, index = 0): Promise<void> {
    await this.page
      .locator('iframe')
      .nth(index)
      .evaluate(
        (iframe, data) => (iframe as HTMLIFrameElement).contentWindow!.postMessage(data, '*'),
        message(fields),
      );
  }

  /** What the page has been told so far. */
  heard(): Promise<unknown[]> {
    return this.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard);
  }

  /** A frame is as high as its document, to 4 px, and nothing in it scrolls. */
  async expectFit(index = 0): Promise<void> {
    const iframe = this.page.locator('iframe').nth(index);
    const frame = await (await iframe.elementHandle()).contentFrame();
    const inner = () =>
      frame!.evaluate(() => ({
        content: document.querySelector('main')!.getBoundingClientRect().height,
        sideways: document.documentElement.scrollWidth - innerWidth,
        down: document.documentElement.scrollHeight - innerHeight,
      }));
    await expect
      .poll(async () => {
        const outer = await iframe.evaluate((element) => element.clientHeight);
        const { content, ...scrolls } = await inner();
        return { off: Math.max(0, Math.abs(outer - content) - 4), ...scrolls };
      }, often)
      .toEqual({ off: 0, sideways: 0, down: 0 });
  }
}

/** A test with a host. What the console says, storage, and requests to others fail it, unless it expects them. */
export const test = base.extend<{ host: Host }>({
  // A page on a public origin asks before it loads from this machine.
  permissions: ['local-network-access'],
  host: async ({ page, baseURL }, use) => {
    await page.addInitScript(listen);
    const host = new Host(page, baseURL!);
    await use(host);
    expect(host.complaints).toEqual([]);
    const known = [hostOrigin, new URL(baseURL!).origin];
    expect(host.requests.filter((url) => !known.includes(new URL(url).origin))).toEqual([]);
  },
});

export { expect };

// As much of WebDriver as the checks need. https://www.w3.org/TR/webdriver2/
import type { Driver, Key } from '../driver.ts';

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keys: Readonly<Record<Key, string>> = {
  Tab: '\uE004',
  Space: ' ',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
};

/** The name of the field that holds the id of an element. */
const element = 'element-6066-11e4-a52e-4f735466cecf';

type Method = 'GET' | 'POST' | 'DELETE';

/** @throws Error with what the service says of it, if it refuses */
async function ask<Answer>(method: Method, url: string, body: object = {}): Promise<Answer> {
  const response = await fetch(url, {
    method,
    ...(method === 'POST' && { body: JSON.stringify(body) }),
  });
  const { value } = (await response.json()) as {
    value: Answer & { error: string; message: string };
  };
  if (!response.ok) throw new Error(`${method} ${url}: ${value.error}: ${value.message}`);
  return value;
}

/** Opens a browser through the service at `url`. */
export async function openSession(url: string, capabilities: object): Promise<Driver> {
  const { sessionId } = await ask<{ sessionId: string }>('POST', `${url}/session`, {
    capabilities: { alwaysMatch: capabilities },
  });
  const session = `${url}/session/${sessionId}`;
  const post = <Answer>(path: string, body?: object) =>
    ask<Answer>('POST', `${session}/${path}`, body);
  await post('timeouts', { script: 30_000, pageLoad: 60_000 });

  const evaluate: Driver['evaluate'] = async (act: (given: never) => unknown, given?: unknown) => {
    const script = `const done = arguments[arguments.length - 1];
      (async () => (${act.toString()})(arguments[0]))().then(
        (value) => done({ value }),
        (error) => done({ error: String(error) }),
      );`;
    const { value, error } = await post<{ value: never; error?: string }>('execute/async', {
      script,
      args: [given ?? null],
    });
    if (error !== undefined) throw new Error(error);
    return value;
  };

  return {
    open: (address) => post('url', { url: address }),
    evaluate,
    async click(selector) {
      // It scrolls smoothly where the page asks for that, and then presses before it is there.
      await evaluate((which) => {
        const at = { block: 'center', behavior: 'instant' } as const;
        document.querySelector(which)!.scrollIntoView(at);
      }, selector);
      const found = await post<Record<string, string>>('element', {
        using: 'css selector',
        value: selector,
      });
      await post(`element/${found[element]!}/click`);
    },
    press: (key) =>
      post('actions', {
        actions: [
          {
            type: 'key',
            id: 'keyboard',
            actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[key] })),
          },
        ],
      }),
    async resize(width, height) {
      // A window is asked for; what the page sees of it is less, by what stands around it.
      const outer = await ask<{ width: number; height: number }>('GET', `${session}/window/rect`);
      const inner = await evaluate(() => ({ width: innerWidth, height: innerHeight }));
      const size = {
        width: width + outer.width - inner.width,
        height: height + outer.height - inner.height,
      };
      await post('window/rect', { x: 0, y: 0, ...size });
    },
    screenshot: async () =>
      Buffer.from(await ask<string>('GET', `${session}/screenshot`), 'base64'),
    close: () => ask('DELETE', session),
  };
}

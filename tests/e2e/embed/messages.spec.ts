// What a host may say to a frame, and what a frame does not hear.
import { figures } from '../../../src/components/figures/registry.ts';
import { iframe, lastValue, loader } from './cases.ts';
import { expect, hostOrigin, message, often, test, type Host } from './host.ts';

const figure = figures.find(({ settings }) => settings['t'])!;
const given = { figure, query: '' };

const address = (host: Host) => host.page.locator('iframe').first();
/** The settings as the figure has them, from the link it gives. */
async function settings(host: Host): Promise<string> {
  const frame = await host.frame();
  const link = frame.getByRole('link', { name: /Feels Fast/ });
  return new URL((await link.getAttribute('href'))!).search;
}

test.beforeEach(async ({ host }) => {
  await host.open(iframe(host.ours, given) + loader(host.ours));
  await host.frame();
});

test('hello, set, command and theme', async ({ host, page }) => {
  const frame = await host.frame();
  const types = async () =>
    ((await host.heard()) as Record<string, unknown>[]).map(({ type }) => type);

  const ready = async () =>
    ((await host.heard()) as { name?: string; detail?: { result: object } }[]).filter(
      ({ name }) => name === 'ff-ready',
    );

  const [before, told] = [
    (await types()).filter((type) => type === 'ready').length,
    (await ready()).length,
  ];
  await host.say({ type: 'hello' });
  await expect
    .poll(async () => (await types()).filter((t) => t === 'ready').length, often)
    .toBe(before + 1);
  // Who comes late is told what it has missed.
  await expect.poll(async () => (await ready()).length, often).toBe(told + 1);
  expect((await ready()).at(-1)!.detail!.result).toHaveProperty('finding');
  expect(await host.heard()).toContainEqual(
    expect.objectContaining(message({ type: 'ready', figure: figure.id })),
  );

  await host.say({ type: 'set', values: { rate: 120, proxy: 'bucket' } });
  await expect.poll(() => settings(host), often).toBe('?rate=120&proxy=bucket');
  await host.say({ type: 'set', values: { rate: '90', proxy: null } });
  await expect.poll(() => settings(host), often).toBe('?rate=90');

  await host.say({ type: 'command', name: 'seek', value: 500 });
  await expect.poll(() => settings(host), often).toBe('?rate=90&t=500');
  await host.say({ type: 'command', name: 'play' });
  await expect(frame.getByRole('button', { name: 'Pause' })).toBeVisible();
  await host.say({ type: 'command', name: 'pause' });
  await expect(frame.getByRole('button', { name: 'Play' })).toBeVisible();

  await host.say({ type: 'theme', theme: 'dark' });
  await expect(frame.locator('figure.ff')).toHaveCSS('color-scheme', 'dark');
  expect(await address(host).evaluate((e) => e.style.height)).toMatch(/^\d+px$/);
  expect(page.url()).toBe(`${hostOrigin}/`);
});

test('a frame hears nobody but its parent, and nothing but our messages', async ({
  host,
  page,
}) => {
  const frame = await host.frame();
  const before = await settings(host);
  await page.route('https://sibling.example/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Sibling</title>' }),
  );
  await page.evaluate(async () => {
    const sibling = document.createElement('iframe');
    sibling.src = 'https://sibling.example/';
    const loaded = new Promise((resolve) => (sibling.onload = resolve));
    document.body.append(sibling);
    await loaded;
  });
  host.requests.pop();
  const values = { rate: 111, ttft: 999 };
  const sibling = page.frames().find((other) => other.url().includes('sibling'))!;
  await sibling.evaluate(
    (data) => {
      for (let i = 0; i < parent.length; i++) parent[i]!.postMessage(data, '*');
    },
    message({ type: 'set', values }),
  );

  const hostile: unknown[] = [
    { ns: 'feels-fast', v: 2, type: 'set', values },
    { ns: 'feels-slow', v: 1, type: 'set', values },
    { ns: ['feels-fast'], v: '1', type: 'set', values },
    JSON.stringify(message({ type: 'set', values })),
    message({ type: 'SET', values }),
    message({ type: ['set'], values }),
    message({ type: 'constructor', values }),
    message({ type: '__proto__', values }),
    ...[null, undefined, 'rate=111', 7, true, [values], []].map((bad) =>
      message({ type: 'set', values: bad }),
    ),
    message({ type: 'set', rate: 111 }),
    message({ type: 'command', name: 'constructor' }),
    message({ type: 'command', name: 'destroy' }),
    message({ type: 'command' }),
    message({ type: 'theme', theme: {}, hint: true }),
    message({ type: 'resize', height: 5 }),
    message({ type: 'event', name: 'ff-change', detail: values }),
    message({ type: 'ready' }),
    null,
    undefined,
    0,
    '',
    'feels-fast',
    [],
    [message({ type: 'set', values })],
  ];
  await page.evaluate((all) => {
    for (const data of all) document.querySelector('iframe')!.contentWindow!.postMessage(data, '*');
  }, hostile);
  // Sent after all of them, it is heard after all of them.
  await host.say({ type: 'theme', theme: 'dark' });
  await expect(frame.locator('figure.ff')).toHaveCSS('color-scheme', 'dark');
  expect(await settings(host)).toBe(before);
  await expect(frame.locator('.problems')).toBeEmpty();
});

test('values are values: no markup, no way to the prototypes', async ({ host }) => {
  const frame = await host.frame();
  const markup = '<img src="x" onerror="alert(1)"><script>alert(2)</script>';
  await host.page.evaluate(
    ([text, data]) => {
      const values = JSON.parse(text!) as object;
      const iframe = document.querySelector('iframe')!;
      iframe.contentWindow!.postMessage({ ...(JSON.parse(data!) as object), values }, '*');
    },
    [
      JSON.stringify({
        rate: markup,
        proxy: ['bucket'],
        ttft: { valueOf: 1, toString: 2 },
      }).replace(
        '{',
        '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"hasOwnProperty":1,"toString":null,',
      ),
      JSON.stringify(message({ type: 'set' })),
    ],
  );
  const problems = frame.locator('.problems');
  await expect(problems).toContainText('rate: “<img src="x" onerror="alert(1)');
  await expect(problems.locator('li')).toHaveCount(3);
  await expect(frame.locator('img, main script')).toHaveCount(0);
  expect(await frame.evaluate(() => 'polluted' in {})).toBe(false);
  expect(await settings(host)).toBe('');
  expect(host.complaints.splice(0)).toHaveLength(1);
});

test('a thousand settings at once: the last one counts', async ({ host }) => {
  const stops = figure.settings['rate']!;
  await host.page.evaluate(
    ([data, last]) => {
      const { contentWindow } = document.querySelector('iframe')!;
      for (let i = 1000; i--;) {
        const values = { rate: i === 0 ? last : (i % 200) + 1, ttft: i };
        contentWindow!.postMessage({ ...(data as object), values }, '*');
      }
    },
    [message({ type: 'set' }), lastValue(stops)] as const,
  );
  await expect.poll(() => settings(host), often).toBe(`?ttft=0&rate=${lastValue(stops)}`);
  await host.expectFit();
});

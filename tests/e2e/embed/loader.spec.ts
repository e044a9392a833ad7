// The script beside our frames, wherever and whenever it comes; and the host scripts of others, which frames obey too.
import { figures } from '../../../src/components/figures/registry.ts';
import { cases, iframe, loader, telling } from './cases.ts';
import { expect, often, test, type Host } from './host.ts';

const figure = figures.at(-1)!;
const frame = (host: Host) =>
  iframe(host.ours, { figure, query: '' }).replace('loading="lazy"', '');
const script = (host: Host, attributes: string) => loader(host.ours).replace('async', attributes);

const places: { name: string; page: (host: Host) => [head: string, body: string] }[] = [
  { name: 'in the head', page: (host) => [script(host, ''), frame(host)] },
  { name: 'in the head, deferred', page: (host) => [script(host, 'defer'), frame(host)] },
  { name: 'in the head, async', page: (host) => [script(host, 'async'), frame(host)] },
  { name: 'below the frame', page: (host) => ['', frame(host) + script(host, '')] },
  { name: 'twice', page: (host) => [script(host, ''), frame(host) + script(host, 'async')] },
  {
    name: 'in two versions',
    page: (host) => [script(host, ''), frame(host) + host.script('/9.9.9/embed.js')],
  },
];

for (const { name, page: pageOf } of places)
  test(`${name}: every frame gets its height, and tells each event once`, async ({
    host,
    page,
  }) => {
    await page.route(`${host.ours}/9.9.9/embed.js`, async (route) => {
      const response = await route.fetch({ url: `${host.ours}/embed.js` });
      await route.fulfill({ response, body: `${await response.text()}\n// another version` });
    });
    const [head, body] = pageOf(host);
    // As many style sheets begin: then a frame's border is part of its height.
    const css = '<style>* { box-sizing: border-box }</style>';
    await host.open(body + body.replace(/<script.*/, ''), { head: css + head });
    await page.evaluate(() => {
      const told: number[] = [];
      Object.assign(window, { told });
      document.addEventListener('ff-change', ({ target }) =>
        told.push([...document.querySelectorAll('iframe')].indexOf(target as HTMLIFrameElement)),
      );
    });
    for (const i of [0, 1]) {
      await host.frame(i);
      await host.expectFit(i);
    }
    const [setting, value] = telling(figure)[0]!;
    const told = () => page.evaluate(() => (window as unknown as { told: number[] }).told);
    await host.say({ type: 'set', values: { [setting]: value } });
    await expect.poll(told, often).toEqual([0]);
    // Told in order: a second word of the first change would stand before the next one.
    await host.say({ type: 'set', values: { [setting]: value } }, 1);
    await expect.poll(told, often).toEqual([0, 1]);
  });

test('added when the frames have spoken already; frames come and go', async ({ host, page }) => {
  await host.open(frame(host));
  await host.frame();
  const high = () =>
    page.locator('iframe').evaluateAll((all) => all.map((e) => e.style.height !== ''));
  expect(await high()).toEqual([false]);
  const add = (html: string) =>
    page.evaluate((code) => {
      document.body.append(document.createRange().createContextualFragment(code));
    }, html);
  await add(script(host, 'async'));
  await host.expectFit();

  await add(frame(host));
  await host.frame(1);
  await host.expectFit(1);

  // As in-app navigation does it: the page's content is another, and then the first again.
  await page.evaluate(() => {
    const frames = [...document.querySelectorAll('iframe')];
    for (const old of frames) old.remove();
    document.body.append(frames[0]!);
  });
  await host.frame();
  await host.expectFit();
  await page.goto('about:blank');
  await page.goBack();
  await host.frame();
});

interface Said {
  ours: number[];
  wordpress: number[];
  amp: number[];
  iframely: number[];
}

/** The heights that a page was told, in each dialect. */
function heights(heard: readonly unknown[]): Said {
  const said: Said = { ours: [], wordpress: [], amp: [], iframely: [] };
  for (const data of heard) {
    const it = (typeof data === 'string' ? JSON.parse(data) : data) as Record<string, unknown>;
    if (it['ns'] && it['type'] === 'resize') said.ours.push(it['height'] as number);
    if (it['secret'] === 'a1B2c3D4e5' && it['message'] === 'height')
      said.wordpress.push(it['value'] as number);
    if (it['sentinel'] === 'amp' && it['type'] === 'embed-size')
      said.amp.push(it['height'] as number);
    if (it['context'] === 'iframe.resize' && String(it['src']).includes('/embed/'))
      said.iframely.push(it['height'] as number);
  }
  return said;
}

for (const one of cases.filter(({ preset }) => !preset))
  test(`${one.name}: says its height in every dialect, once, and again when it is another`, async ({
    host,
    page,
  }) => {
    // As WordPress has it: hidden until the height has come with the secret.
    const hidden = 'style="position: absolute; visibility: hidden; clip: rect(1px, 1px, 1px, 1px)"';
    const src = `${host.ours}/v1/embed/${one.figure.id}/#?secret=a1B2c3D4e5`;
    await host.open(
      `<iframe src="${src}" width="600" height="338" sandbox="allow-scripts" security="restricted" ${hidden} data-secret="a1B2c3D4e5"></iframe>`,
    );
    await page.evaluate(() => {
      addEventListener('message', ({ data, source }) => {
        const { secret, message: type, value } = (data ?? {}) as Record<string, unknown>;
        const frame = document.querySelector<HTMLIFrameElement>(
          `[data-secret="${String(secret)}"]`,
        );
        if (frame?.contentWindow !== source || type !== 'height') return;
        frame.removeAttribute('style');
        frame.height = String(value);
      });
      // What was said before anybody listened.
      document
        .querySelector('iframe')!
        .contentWindow!.postMessage({ ns: 'feels-fast', v: 1, type: 'hello' }, '*');
    });
    await expect(page.locator('iframe')).toBeVisible();
    await host.frame();
    await host.expectFit();
    const first = await page.locator('iframe').evaluate((e) => e.clientHeight);
    const said = async () => heights(await host.heard());
    const { ours, ...others } = await said();
    expect(new Set(ours)).toEqual(new Set([first]));
    for (const dialect of Object.values(others)) expect(dialect).toEqual(ours);
    const times = ours.length;

    const frame = page.frameLocator('iframe');
    await frame.getByText('The numbers as tables').click();
    await host.expectFit();
    await frame.getByText('The numbers as tables').click();
    await host.expectFit();
    // A change of settings that changes no height is not worth a word.
    const all = await said();
    const new_ = all.ours.slice(times);
    expect(new_.length).toBeGreaterThan(1);
    expect(new_.at(-1)).toBe(first);
    expect(new_.every((height, i) => height !== (new_[i - 1] ?? first))).toBe(true);
    for (const dialect of ['wordpress', 'amp', 'iframely'] as const)
      expect(all[dialect]).toEqual(all.ours);

    // No tab may be opened from there: WordPress is asked to follow a link.
    const link = frame.getByRole('link', { name: 'Feels Fast' });
    const value = await link.evaluate((a) => (a as HTMLAnchorElement).href);
    await link.click();
    const asked = { message: 'link', value, secret: 'a1B2c3D4e5' };
    await expect.poll(() => host.heard()).toContainEqual(asked);
  });

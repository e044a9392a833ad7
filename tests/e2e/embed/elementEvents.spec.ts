// What an element tells, does and gives.
import { figures } from '../../../src/components/figures/registry.ts';
import { element, elementModule, telling, version } from './cases.ts';
import { expect, often, test, type FigureElement } from './host.ts';

interface Told {
  type: string;
  detail: Record<string, unknown>;
  /** How it came to the page. */
  from: string;
}
declare global {
  interface Window {
    told: Told[];
  }
}

/** In the page: keeps every event of ours, and complains of one that is not plain or not from an element of ours. */
function keepEvents(): void {
  window.told = [];
  for (const type of ['ff-ready', 'ff-change', 'ff-complete', 'ff-invalid'])
    addEventListener(type, (event) => {
      const { detail, target, bubbles, composed } = event as CustomEvent<Record<string, unknown>>;
      const plain =
        JSON.stringify(JSON.parse(JSON.stringify(detail))) ===
        JSON.stringify(structuredClone(detail));
      if (!plain || !bubbles || !composed) console.error(`${type}: not as it should be`);
      window.told.push({ type, detail, from: (target as Element).localName });
    });
}

for (const figure of figures) {
  const [name, value] = telling(figure)[0]!;

  test(`${figure.id}: tells each event once, with what is worth knowing`, async ({
    host,
    page,
  }) => {
    await page.addInitScript(keepEvents);
    await host.open(element({ figure, query: '' }) + elementModule(host.ours, figure));
    const it = await host.element(figure);
    const told = () => page.evaluate(() => window.told.splice(0));
    const now = () => it.evaluate((e: FigureElement) => ({ url: e.url, result: e.result }));
    const from = `ff-${figure.id}`;
    const values = Object.fromEntries(
      Object.entries(figure.settings).map(([key, setting]) => [key, setting.default]),
    );
    expect(await told()).toEqual([
      { type: 'ff-ready', from, detail: { figure: figure.id, version, values, ...(await now()) } },
    ]);
    expect(
      await page.evaluate(
        (tag) => (customElements.get(tag) as unknown as { version: string }).version,
        from,
      ),
    ).toBe(version);

    await it.evaluate((e, given) => Object.assign(e, given), { [name]: value });
    await expect.poll(() => page.evaluate(() => window.told.length), often).toBe(1);
    const [changed] = await told();
    expect(changed).toMatchObject({ type: 'ff-change', from, detail: await now() });
    const after = changed!.detail['values'] as Record<string, unknown>;
    expect(after).toEqual({ ...values, [name]: after[name] });
    expect(String(after[name])).toBe(value);

    await test.step('a page that sets what it is told is not told again', async () => {
      await it.evaluate((e: FigureElement) => {
        e.addEventListener('ff-change', ({ detail }: CustomEventInit<Told['detail']>) => {
          Object.assign(e, detail!['values']);
          Object.assign(detail!['values'] as object, { rate: 7 }); // what it is told is its own
        });
        e.removeAttribute('nothing');
      });
      await it.evaluate((e, key) => e.removeAttribute(key), name);
      await it.evaluate((e, given) => Object.assign(e, given), { [name]: null });
      await expect
        .poll(async () => (await told()).map(({ type }) => type), often)
        .toEqual(['ff-change']);
      expect(await it.evaluate((e: FigureElement) => new URL(e.url).search)).toBe('');
      expect(await told()).toEqual([]);
    });

    await test.step('what cannot be used: an event, a warning and a note', async () => {
      await it.evaluate((e, given) => Object.assign(e, given), { [name]: '<b>fast</b>' });
      await expect(it.locator('.problems')).toContainText(`${name}: “<b>fast</b>”`);
      await expect(it.locator('.problems b')).toHaveCount(0);
      await it.evaluate((e, given) => Object.assign(e, given), { [name]: '<b>fast</b>' });
      const [invalid, ...more] = await told();
      expect(more).toEqual([]);
      expect(invalid!.detail['problems']).toEqual(
        await it.evaluate((e: FigureElement) => e.problems),
      );
      expect(invalid).toMatchObject({
        type: 'ff-invalid',
        detail: { problems: [{ field: name }] },
      });
      expect(host.complaints.splice(0)).toEqual([
        expect.stringContaining(`${figure.title}: ${name}: “<b>fast</b>”`),
      ]);
      await it.evaluate((e, given) => Object.assign(e, given), { [name]: value });
      await expect(it.locator('.problems')).toBeEmpty();
    });
  });

  test(`${figure.id}: plays, pauses and seeks as it is told, and gives its picture and its numbers`, async ({
    host,
    page,
  }) => {
    await page.clock.install();
    await page.addInitScript(keepEvents);
    await host.open(element({ figure, query: '' }) + elementModule(host.ours, figure));
    const it = await host.element(figure);
    await page.clock.pauseAt(Date.now() + 60_000);
    const t = () => it.evaluate((e: FigureElement) => new URL(e.url).searchParams.get('t'));
    const moves = 't' in figure.settings;

    expect(await it.evaluate(async (e: FigureElement) => String(await e.play()))).toBe('undefined');
    await page.clock.runFor(500);
    await it.evaluate((e: FigureElement) => e.pause());
    const rest = await t();
    await page.clock.runFor(500);
    expect(await t()).toBe(rest);
    expect(Number(rest) > 0).toBe(moves);
    await it.evaluate((e: FigureElement) => e.seek('sooner'));
    expect(await t()).toBe(rest);
    await it.evaluate((e: FigureElement) => e.seek(321.5));
    expect(await t()).toBe(moves ? '321.5' : null);
    await it.evaluate((e: FigureElement) => e.seek('later'));
    expect(await t()).toBe(moves ? '321.5' : null);
    expect(host.complaints.splice(0)).toHaveLength(moves ? 2 : 0);

    const { svg, csv, root } = await it.evaluate((e: FigureElement) => {
      const document = new DOMParser().parseFromString(e.toSVG(), 'image/svg+xml');
      return { svg: e.toSVG(), csv: e.toCSV(), root: document.documentElement.localName };
    });
    expect(root).toBe('svg');
    expect(svg).toContain('<desc>');
    expect(svg).toMatch(/fill="#[0-9a-f]{6}"/);
    expect(svg + csv).not.toMatch(/\b(NaN|undefined|Infinity)\b/);
    expect(csv.split('\r\n').length).toBeGreaterThan(10);

    if (!moves) return;
    await page.evaluate(() => window.told.splice(0));
    await it.evaluate((e: FigureElement) => e.seek(1e9));
    await it.evaluate((e: FigureElement) => void e.play());
    const end = () => it.evaluate((e: FigureElement) => (e.seek(999_999_999), undefined));
    await page.clock.runFor(50);
    await end();
    await page.clock.runFor(50);
    const complete = await page.evaluate(() =>
      window.told.filter(({ type }) => type === 'ff-complete'),
    );
    expect(complete).toHaveLength(1);
    expect(complete[0]!.detail['t']).toBeGreaterThan(100);
  });
}

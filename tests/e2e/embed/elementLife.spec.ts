// What an element tells and gives, and what it leaves behind when it goes.
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
    const from = `ff-${figure.id}`;
    const values = Object.fromEntries(
      Object.entries(figure.settings).map(([key, setting]) => [key, setting.default]),
    );
    expect(await told()).toEqual([
      { type: 'ff-ready', from, detail: { figure: figure.id, version, values } },
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
    const now = await it.evaluate((e: FigureElement) => ({ url: e.url, result: e.result }));
    expect(changed).toMatchObject({ type: 'ff-change', from, detail: now });
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
    await it.evaluate((e: FigureElement) => e.seek(321.5));
    expect(await t()).toBe(moves ? '321.5' : null);
    await it.evaluate((e: FigureElement) => e.seek('later'));
    expect(await t()).toBe(moves ? '321.5' : null);
    expect(host.complaints.splice(0)).toHaveLength(moves ? 1 : 0);

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

/** In the page: counts what is still listening or watching outside the element, and frames that are asked for. */
function countListeners(): void {
  const live = new Map<string, number>();
  const count = (what: string, by: number) => live.set(what, (live.get(what) ?? 0) + by);
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const seen = new WeakMap<EventTarget, Map<unknown, Set<string>>>();
  const outside = (target: EventTarget) =>
    !(target instanceof Node) ||
    target === document ||
    target === document.body ||
    target === document.documentElement;
  EventTarget.prototype.addEventListener = function (
    this: EventTarget | undefined,
    type,
    listener,
    options,
  ) {
    const target = this ?? window;
    const byListener = seen.get(target) ?? new Map<unknown, Set<string>>();
    const types = byListener.get(listener) ?? new Set();
    const key = `${type} ${String(typeof options === 'object' ? (options.capture ?? false) : (options ?? false))}`;
    if (outside(target) && !types.has(key)) count(`listener: ${type}`, 1);
    seen.set(target, byListener.set(listener, types.add(key)));
    add.call(target, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (
    this: EventTarget | undefined,
    type,
    listener,
    options,
  ) {
    const target = this ?? window;
    const key = `${type} ${String(typeof options === 'object' ? (options.capture ?? false) : (options ?? false))}`;
    if (seen.get(target)?.get(listener)?.delete(key) && outside(target))
      count(`listener: ${type}`, -1);
    remove.call(target, type, listener, options);
  };
  for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver'] as const) {
    const Observer = window[name] as unknown as {
      prototype: {
        observe: (...a: unknown[]) => void;
        disconnect: () => void;
        unobserve?: (e: Element) => void;
      };
    };
    const watching = new WeakMap<object, Set<unknown>>();
    const { observe, disconnect, unobserve } = Observer.prototype;
    const of = (observer: object) =>
      watching.get(observer) ?? watching.set(observer, new Set()).get(observer)!;
    Observer.prototype.observe = function (target, ...more) {
      if (!of(this).has(target)) count(name, 1);
      of(this).add(target);
      observe.call(this, target, ...more);
    };
    if (unobserve)
      Observer.prototype.unobserve = function (target) {
        if (of(this).delete(target)) count(name, -1);
        unobserve.call(this, target);
      };
    Observer.prototype.disconnect = function () {
      count(name, -of(this).size);
      of(this).clear();
      disconnect.call(this);
    };
  }
  const request = window.requestAnimationFrame;
  let frames = 0;
  window.requestAnimationFrame = (callback) => (frames++, request.call(window, callback));
  Object.assign(window, {
    listening: () => Object.fromEntries([...live].filter(([, n]) => n !== 0)),
    /** How many frames others ask for in ten. */
    asked: async () => {
      const before = frames;
      for (let i = 0; i < 10; i++) await new Promise((resolve) => request.call(window, resolve));
      return frames - before;
    },
  });
}
interface Counts {
  listening(): Record<string, number>;
  asked(): Promise<number>;
}

for (const figure of figures)
  test(`${figure.id}: moved it goes on, removed it stops and leaves nothing, and it can come back`, async ({
    host,
    page,
  }) => {
    await page.addInitScript(countListeners);
    const [name, value] = telling(figure)[0]!;
    await host.open(elementModule(host.ours, figure) + '<main></main><aside></aside>');
    const tag = `ff-${figure.id}`;
    await page.evaluate((it) => customElements.whenDefined(it), tag);
    const before = await page.evaluate(() => (window as unknown as Counts).listening());

    const seen = await page.evaluate(
      async ([of, key, text]) => {
        const { asked, listening } = window as unknown as Counts;
        const state = (e: FigureElement) => new URL(e.url).search;
        const e = document.createElement(of!) as FigureElement;
        const [main, aside] = document.querySelectorAll('main, aside');
        main!.append(e);
        Object.assign(e, { [key!]: text });
        e.seek(200);
        const [first, attached] = [state(e), listening()];
        const shadow = e.shadowRoot!.querySelector('figure');

        aside!.append(e);
        await Promise.resolve();
        const moved = { state: state(e), same: shadow === e.shadowRoot!.querySelector('figure') };

        void e.play();
        const playing = await asked();
        e.pause();
        e.seek(200);
        void e.play();
        e.remove();
        await Promise.resolve();
        const removed = {
          asked: await asked(),
          listening: listening(),
          inside: e.shadowRoot!.textContent,
          svg: e.toSVG(),
          result: e.result,
        };
        e.pause();
        e.seek(5);
        await e.play();
        Object.assign(e, { [key!]: null });
        Object.assign(e, { [key!]: text });

        main!.append(e);
        const back = { state: state(e), found: e.result!.finding };
        const clone = e.cloneNode(true) as FigureElement;
        clone.setAttribute(key!, text!);
        main!.append(clone);
        const cloned = clone.result!.finding;
        for (const one of [e, clone]) one.remove();
        await Promise.resolve();
        return {
          first,
          attached,
          moved,
          playing,
          removed,
          back,
          cloned,
          after: listening(),
          asked: await asked(),
        };
      },
      [tag, name, value],
    );
    const moves = 't' in figure.settings;
    expect(seen.attached).not.toEqual(before);
    expect(seen.moved).toEqual({ state: seen.first, same: true });
    expect(seen.playing > 0).toBe(moves);
    expect(seen.removed).toEqual({
      asked: 0,
      listening: before,
      inside: '',
      svg: '',
      result: null,
    });
    expect(seen.back.state).toContain(`${name}=${value}`);
    expect(seen.cloned).toBe(seen.back.found);
    expect(seen.after).toEqual(before);
    expect(seen.asked).toBe(0);
  });

test('forgotten by the page, it is forgotten by the browser', async ({ host, page }) => {
  const figure = figures[0]!;
  await host.open(elementModule(host.ours, figure));
  await page.evaluate(async (tag) => {
    await customElements.whenDefined(tag);
    const e = document.createElement(tag);
    document.body.append(e);
    void (e as FigureElement).play();
    await new Promise(requestAnimationFrame);
    e.remove();
    Object.assign(window, { gone: new WeakRef(e) });
  }, `ff-${figure.id}`);
  await expect
    .poll(async () => {
      await page.requestGC();
      return page.evaluate(
        () => (window as unknown as { gone: WeakRef<Element> }).gone.deref() === undefined,
      );
    }, often)
    .toBe(true);
});

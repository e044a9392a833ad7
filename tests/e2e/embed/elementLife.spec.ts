// What an element keeps when it is moved, and leaves behind when it goes.
import { figures } from '../../../src/components/figures/registry.ts';
import { elementModule, telling } from './cases.ts';
import { expect, often, test, type FigureElement } from './host.ts';
import { countListeners, type Counts } from './listeners.ts';

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
    expect(/[?&]t=/.test(seen.back.state)).toBe(moves);
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

test('whoever hears that it is ready may move it', async ({ host, page }) => {
  const figure = figures[0]!;
  await host.open(elementModule(host.ours, figure) + '<main></main><aside></aside>');
  const tag = `ff-${figure.id}`;
  await page.evaluate((it) => customElements.whenDefined(it), tag);
  const seen = await page.evaluate(async (of) => {
    const e = document.createElement(of);
    const [main, aside] = document.querySelectorAll('main, aside');
    e.addEventListener('ff-ready', () => aside!.append(e), { once: true });
    main!.append(e);
    await Promise.resolve();
    return {
      within: e.parentElement!.localName,
      figures: e.shadowRoot!.querySelectorAll('figure').length,
    };
  }, tag);
  expect(seen).toEqual({ within: 'aside', figures: 1 });
});

// Whatever a page gives, in whatever form: no error, no blank figure, no number that is none.
import fc from 'fast-check';
import { figures } from '../../../src/components/figures/registry.ts';
import { anything, anyQuery, noNumber, seed } from '../../embed/arbitraries.ts';
import { elementModule, iframe, loader } from './cases.ts';
import { expect, message, often, test, type FigureElement } from './host.ts';

/** Values as they go to the page, which takes JSON: what JSON has no word for comes as a name of it. */
const names = ['undefined', 'NaN', 'Infinity', 'symbol', 'bigint', 'function', 'date', 'element'];

interface Drawn {
  /** A figure's markup without what repeats the words that were given, and without code, which may well say such things. */
  drawn(root: ParentNode): string;
}
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    const drawn: Drawn['drawn'] = (root) => {
      const copy = root.querySelector('.ff')!.cloneNode(true) as Element;
      for (const part of copy.querySelectorAll('.problems, .problem, pre')) part.remove();
      return copy.outerHTML;
    };
    Object.assign(window, { drawn });
  }),
);

for (const figure of figures) {
  const settings = [...Object.keys(figure.settings), 'theme'];

  test(`${figure.id}: elements with any attributes and properties`, async ({ host, page }) => {
    await host.open(elementModule(host.ours, figure));
    const way = fc.constantFrom('attribute', 'property', 'both', 'markup');
    const values = fc.dictionary(fc.constantFrom(...settings), anything(figure), { maxKeys: 6 });
    const samples = fc.sample(fc.record({ way, values }), { numRuns: 70, seed });
    const bad = await page.evaluate(
      async ({ tag, all, pattern, special }) => {
        await customElements.whenDefined(tag);
        const real: Record<string, unknown> = {
          undefined: undefined,
          NaN,
          Infinity,
          symbol: Symbol('x'),
          bigint: 10n,
          function: () => 5,
          date: new Date(0),
          element: document.body,
        };
        const revive = (value: unknown) =>
          special.includes(value as string) ? real[value as string] : value;
        const { drawn } = window as unknown as Drawn;
        const wrong: unknown[] = [];
        const errors: string[] = [];
        addEventListener('error', ({ message }) => errors.push(message));
        addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
        for (const [i, { way, values }] of all.entries()) {
          let e = document.createElement(tag) as FigureElement;
          const entries = Object.entries(values);
          try {
            if (way === 'markup') {
              const attributes = entries.map(
                ([n, v]) => `${n}="${String(v).replaceAll('"', '&quot;')}"`,
              );
              document.body.innerHTML = `<${tag} ${attributes.join(' ')}></${tag}>`;
              e = document.body.querySelector<FigureElement>(tag)!;
            } else if (i % 2) document.body.append(e);
            if (way === 'attribute' || way === 'both')
              for (const [n, v] of entries) e.setAttribute(n, String(v));
            if (way === 'property' || way === 'both')
              for (const [n, v] of entries) Object.assign(e, { [n]: revive(v) });
            if (!e.isConnected) document.body.append(e);
            if (i % 3 === 0) {
              e.seek(revive(entries[0]?.[1] ?? 'undefined'));
              await e.play();
              await new Promise(requestAnimationFrame);
              e.pause();
            }
            await new Promise((resolve) => setTimeout(resolve));
            const root = e.shadowRoot!;
            const outputs = {
              markup: drawn(root),
              result: JSON.stringify(e.result),
              url: e.url,
              ...(i % 5 ? {} : { svg: e.toSVG(), csv: e.toCSV() }),
            };
            for (const [output, text] of Object.entries(outputs))
              if (new RegExp(pattern).test(text))
                wrong.push({ values, way, output, at: new RegExp(pattern).exec(text)![0] });
            if (e.offsetHeight < 300 || !e.result!.finding)
              wrong.push({ values, way, blank: e.offsetHeight });
            const noted = root.querySelectorAll('.problems li').length;
            if (noted !== e.problems.length)
              wrong.push({ values, way, noted, problems: e.problems });
          } catch (error) {
            wrong.push({ values, way, error: String(error) });
          }
          e.remove();
        }
        return [...wrong, ...errors];
      },
      { tag: `ff-${figure.id}`, all: samples, pattern: noNumber.source, special: names },
    );
    expect(bad).toEqual([]);
    for (const complaint of host.complaints.splice(0)) expect(complaint).toContain(figure.title);
  });

  test(`${figure.id}: frames with any query string`, async ({ host, page }) => {
    await host.open(iframe(host.ours, { figure, query: '' }) + loader(host.ours));
    const frame = await host.frame();
    for (const query of fc.sample(anyQuery(figure), { numRuns: 20, seed })) {
      const url = `${host.ours}/embed/${figure.id}/?${query}`;
      await frame.goto(url, { waitUntil: 'domcontentloaded' });
      const seen = await frame.evaluate(() => ({
        live: document.querySelector('.ff')!.hasAttribute('data-live'),
        finding: document.querySelector('.finding')!.textContent,
        height: document.documentElement.offsetHeight,
        markup: (window as unknown as Drawn).drawn(document),
      }));
      expect(seen, query).toMatchObject({
        live: true,
        finding: expect.stringMatching(/\.$/),
      });
      expect(seen.height, query).toBeGreaterThan(300);
      expect(noNumber.exec(seen.markup)?.[0], query).toBeUndefined();
    }
    for (const complaint of host.complaints.splice(0)) expect(complaint).toContain(figure.title);
    expect(page.url()).toContain('host.example');
  });
}

test('ten thousand hostile messages to a frame', async ({ host, page }) => {
  const figure = figures[0]!;
  await host.open(iframe(host.ours, { figure, query: '' }) + loader(host.ours));
  const frame = await host.frame();
  const word = fc.constantFrom(
    'set',
    'command',
    'theme',
    'hello',
    'resize',
    'ready',
    'event',
    'constructor',
    '__proto__',
  );
  const field = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string());
  const data = fc.oneof(
    { weight: 3, arbitrary: field },
    {
      weight: 3,
      arbitrary: fc
        .record({
          type: fc.oneof({ weight: 4, arbitrary: word }, field),
          values: field,
          name: field,
          value: field,
          theme: field,
          hint: fc.boolean(),
        })
        .map(message),
    },
    {
      weight: 1,
      arbitrary: fc
        .dictionary(fc.constantFrom(...Object.keys(figure.settings)), anything(figure))
        .map((values) => message({ type: 'set', values })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ name: fc.constantFrom('play', 'pause', 'seek', 'stop'), value: field })
        .map((command) => message({ type: 'command', ...command })),
    },
  );
  const all: readonly object[] = fc.sample(data, { numRuns: 10_000, seed }) as object[];
  await page.evaluate((messages) => {
    const { contentWindow } = document.querySelector('iframe')!;
    for (const one of messages) contentWindow!.postMessage(one, '*');
  }, all);
  await host.say({ type: 'command', name: 'pause' });
  await host.say({
    type: 'set',
    values: {
      ...Object.fromEntries(Object.keys(figure.settings).map((name) => [name, null])),
      rate: 77,
    },
  });
  await host.say({ type: 'theme', theme: 'dark' });
  const link = frame.getByRole('link', { name: /Feels Fast/ });
  await expect
    .poll(async () => new URL((await link.getAttribute('href'))!).search, {
      ...often,
      timeout: 60_000,
    })
    .toBe('?rate=77');
  await expect(frame.locator('.problems')).toBeEmpty();
  await host.expectFit();
  expect(await frame.evaluate(() => 'polluted' in {})).toBe(false);
  for (const complaint of host.complaints.splice(0)) expect(complaint).toContain(figure.title);
});

// Attributes, properties and URL parameters are the same settings, whichever way and in whatever form they come.
import type { Page } from '@playwright/test';
import { figures } from '../../../src/components/figures/registry.ts';
import {
  fromQuery,
  toQuery,
  type FigureDefinition,
} from '../../../src/components/figures/shared/settings.ts';
import { toText, type Value } from '../../../src/sim/index.ts';
import { elementModule, iframe, lastValue } from './cases.ts';
import { expect, often, test, type FigureElement, type Host } from './host.ts';

/** What can be seen of an element's settings. */
interface Seen {
  values: Record<string, unknown>;
  search: string;
  problems: string[];
}

/** Another value for every setting: as text, and as the value that a property may take. */
function changed({ settings }: FigureDefinition): {
  text: Record<string, string>;
  typed: Record<string, Value>;
} {
  const pairs = Object.entries(settings).map(([name, setting]) => {
    // A moment has no control with values, and the longest answer is not needed to see that it is taken.
    const text =
      name === 't'
        ? '250.5'
        : setting.kind === 'number' && setting.stops.length === 0
          ? '3'
          : lastValue(setting);
    return [name, text] as const;
  });
  const text = Object.fromEntries(pairs);
  const { values } = fromQuery<Record<string, Value>>(
    settings,
    new URLSearchParams(text).toString(),
  );
  return { text, typed: values };
}

/** Opens a page that has `how` to make an element of a tag and give it settings; says what the element then has. */
async function ways(host: Host, figure: FigureDefinition): Promise<Page> {
  await host.open(elementModule(host.ours, figure));
  await host.page.evaluate((tag) => customElements.whenDefined(tag), `ff-${figure.id}`);
  await host.page.evaluate(
    ({ tag, names }) => {
      const make = () => document.createElement(tag) as FigureElement;
      const attributes = (e: Element, given: Record<string, string>) => {
        for (const name of Object.keys(given)) e.setAttribute(name, given[name]!);
      };
      const add = (e: FigureElement) => (document.body.append(e), e);
      const markup = (given: Record<string, string>) =>
        `<${tag} ${Object.entries(given)
          .map(([name, value]) => `${name}="${value}"`)
          .join(' ')}></${tag}>`;
      const how: Record<string, (given: Record<string, unknown>) => FigureElement> = {
        markup(given) {
          document.body.innerHTML = markup(given as Record<string, string>);
          return document.body.querySelector<FigureElement>(tag)!;
        },
        'attributes before it is on the page'(given) {
          const e = make();
          attributes(e, given as Record<string, string>);
          return add(e);
        },
        'attributes of one that runs'(given) {
          const e = add(make());
          attributes(e, given as Record<string, string>);
          return e;
        },
        'properties before it is on the page': (given) => add(Object.assign(make(), given)),
        'properties of one that runs': (given) => Object.assign(add(make()), given),
        'properties, one after the other, of one that is cloned'(given) {
          const e = add(make().cloneNode(true) as FigureElement);
          for (const name of Object.keys(given)) Object.assign(e, { [name]: given[name] });
          return e;
        },
        'properties of one that never is on the page': (given) => Object.assign(make(), given),
      };
      const see = (name: string, given: Record<string, unknown>): Seen => {
        const e = how[name]!(given);
        const values = Object.fromEntries(names.map((n) => [n, (e as never)[n]]));
        const { search } = new URL(e.url);
        const problems = e.problems.map(({ message }) => message);
        document.body.replaceChildren();
        return { values, search, problems };
      };
      Object.assign(window, { see, ways: Object.keys(how) });
    },
    { tag: `ff-${figure.id}`, names: Object.keys(figure.settings) },
  );
  return host.page;
}

type Window = { see: (way: string, given: object) => Seen; ways: string[] };
const waysOn = (page: Page) => page.evaluate(() => (window as unknown as Window).ways);
const see = (page: Page, way: string, given: object) =>
  page.evaluate(([w, g]) => (window as unknown as Window).see(w, g), [way, given] as const);

for (const figure of figures) {
  const { settings } = figure;

  test(`${figure.id}: every setting, by every way in`, async ({ host }) => {
    const page = await ways(host, figure);
    const { text, typed } = changed(figure);
    const search = `?${toQuery(settings, typed)}`;
    for (const way of await waysOn(page)) {
      expect(await see(page, way, text), `${way}, as text`).toEqual({
        values: typed,
        search,
        problems: [],
      });
      if (way.startsWith('properties'))
        expect(await see(page, way, typed), way).toEqual({ values: typed, search, problems: [] });
    }

    // What a frame makes of the same text.
    await host.open(iframe(host.ours, { figure, query: new URLSearchParams(text).toString() }));
    const link = (await host.frame()).getByRole('link', { name: /Feels Fast/ });
    expect(new URL((await link.getAttribute('href'))!).search).toBe(search);
  });

  test(`${figure.id}: what cannot be used is named, the same by every way in`, async ({ host }) => {
    const page = await ways(host, figure);
    const bad = Object.fromEntries(Object.keys(settings).map((name) => [name, 'nonsense']));
    const { values, problems } = fromQuery(settings, new URLSearchParams(bad).toString());
    for (const way of await waysOn(page))
      expect(await see(page, way, bad), way).toEqual({
        values,
        search: '',
        problems: problems.map(({ message }) => message),
      });
    expect(host.complaints.splice(0).length).toBeGreaterThan(3);
  });

  test(`${figure.id}: undefined, null and an attribute taken away are the default`, async ({
    host,
  }) => {
    const page = await ways(host, figure);
    const { text } = changed(figure);
    const back = await page.evaluate(
      ({ tag, given }) => {
        const e = document.createElement(tag) as FigureElement;
        const state = () => [new URL(e.url).search, e.problems.length];
        const names = Object.keys(given);
        const all = (value: unknown) =>
          Object.assign(e, Object.fromEntries(names.map((n) => [n, value])));
        const seen: Record<string, unknown> = {};
        for (const when of ['before', 'on the page', 'after']) {
          for (const value of [undefined, null]) {
            Object.assign(e, given);
            all(value);
            seen[`${when}: ${String(value)}`] = state();
          }
          for (const name of names) e.setAttribute(name, given[name]!);
          for (const name of names) e.removeAttribute(name);
          seen[`${when}: taken away`] = state();
          Object.assign(e, { theme: null });
          seen[`${when}: no theme`] = [e.theme, e.problems.length];
          if (when === 'before') document.body.append(e);
          else e.remove();
        }
        return seen;
      },
      { tag: `ff-${figure.id}`, given: text },
    );
    for (const [way, state] of Object.entries(back))
      expect(state, way).toEqual([way.endsWith('theme') ? 'auto' : '', 0]);
  });

  test(`${figure.id}: set before there is such an element, by attribute and by property`, async ({
    host,
    page,
  }) => {
    const { text, typed } = changed(figure);
    const [first, ...rest] = Object.keys(text);
    await host.open(`<ff-${figure.id} ${first!}="${text[first!]!}"></ff-${figure.id}>`);
    const properties = Object.fromEntries(rest.map((name) => [name, text[name]]));
    await page
      .locator(`ff-${figure.id}`)
      .evaluate((e, given) => Object.assign(e, given), properties);
    await page.evaluate((src) => {
      const script = Object.assign(document.createElement('script'), { type: 'module', src });
      document.head.append(script);
    }, `${host.ours}/v1/ff-${figure.id}.js`);
    const it = await host.element(figure);
    const url = () => it.evaluate((e: FigureElement) => new URL(e.url).search);
    expect(await url()).toBe(`?${toQuery(settings, typed)}`);

    // As VitePress and Docusaurus do after in-app navigation: a property, as text.
    const other = toText(settings[rest[0]!]!, settings[rest[0]!]!.default);
    await it.evaluate((e, given) => Object.assign(e, given), { [rest[0]!]: other });
    expect(await url()).toBe(
      `?${toQuery(settings, { ...typed, [rest[0]!]: settings[rest[0]!]!.default })}`,
    );
  });
}

test('a setting between off and on: there is on, and what says no is off', async ({ host }) => {
  const figure = figures.find(({ settings }) => settings['finer'])!;
  const page = await ways(host, figure);
  const cases = [
    ...['', 'true', 'yes', 'on', '1', true, 1].map((given) => ({ given, expect: 'on' })),
    ...['off', 'false', 'no', '0', false, 0, null].map((given) => ({ given, expect: 'off' })),
  ];
  for (const { given, expect: finer } of cases)
    for (const way of await waysOn(page)) {
      if (typeof given !== 'string' && !way.startsWith('properties')) continue;
      const { values, problems } = await see(page, way, { finer: given });
      expect({ finer: values['finer'], problems }, `${String(given)}: ${way}`).toEqual({
        finer,
        problems: [],
      });
    }

  await host.open(iframe(host.ours, { figure, query: 'finer' }));
  const frame = await host.frame();
  await expect(frame.getByRole('checkbox').first()).toBeChecked();
  await host.say({ type: 'set', values: { finer: false } });
  await expect.poll(() => frame.getByRole('checkbox').first().isChecked(), often).toBe(false);
});

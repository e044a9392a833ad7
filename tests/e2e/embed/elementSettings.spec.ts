// Attributes, properties and URL parameters are the same settings, whichever way and in whatever form they come.
import { figures } from '../../../src/components/figures/registry.ts';
import {
  fromQuery,
  toQuery,
  type FigureDefinition,
} from '../../../src/components/figures/shared/settings.ts';
import { toText, type Value } from '../../../src/sim/index.ts';
import { iframe, lastValue } from './cases.ts';
import { expect, often, test, type FigureElement } from './host.ts';
import { waysIn } from './waysIn.ts';

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

for (const figure of figures) {
  const { settings } = figure;

  test(`${figure.id}: every setting, by every way in`, async ({ host }) => {
    const { ways, see } = await waysIn(host, figure);
    const { text, typed } = changed(figure);
    const search = `?${toQuery(settings, typed)}`;
    for (const way of ways) {
      expect(await see(way, text), `${way}, as text`).toEqual({
        values: typed,
        search,
        problems: [],
      });
      if (way.startsWith('properties'))
        expect(await see(way, typed), way).toEqual({ values: typed, search, problems: [] });
    }

    // What a frame makes of the same text.
    await host.open(iframe(host.ours, { figure, query: new URLSearchParams(text).toString() }));
    const link = (await host.frame()).getByRole('link', { name: /Feels Fast/ });
    expect(new URL((await link.getAttribute('href'))!).search).toBe(search);
  });

  test(`${figure.id}: what cannot be used is named, the same by every way in`, async ({ host }) => {
    const { ways, see } = await waysIn(host, figure);
    const bad = Object.fromEntries(Object.keys(settings).map((name) => [name, 'nonsense']));
    const { values, problems } = fromQuery(settings, new URLSearchParams(bad).toString());
    for (const way of ways)
      expect(await see(way, bad), way).toEqual({
        values,
        search: '',
        problems: problems.map(({ message }) => message),
      });
    expect(host.complaints.splice(0).length).toBeGreaterThan(3);
  });

  test(`${figure.id}: undefined, null and an attribute taken away are the default`, async ({
    host,
  }) => {
    await waysIn(host, figure);
    const { text } = changed(figure);
    const back = await host.page.evaluate(
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
  const { ways, see } = await waysIn(host, figure);
  const cases = [
    ...['', 'true', 'yes', 'on', '1', true, 1].map((given) => ({ given, expect: 'on' })),
    ...['off', 'false', 'no', '0', false, 0, null].map((given) => ({ given, expect: 'off' })),
  ];
  for (const { given, expect: finer } of cases)
    for (const way of ways) {
      if (typeof given !== 'string' && !way.startsWith('properties')) continue;
      const { values, problems } = await see(way, { finer: given });
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

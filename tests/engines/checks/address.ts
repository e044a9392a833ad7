import { expect } from 'vitest';
import type { Setting } from '../../../src/components/figures/shared/settings.ts';
import { parse, toText } from '../../../src/sim/index.ts';
import type { Check } from './check.ts';
import { complaints, openPlay, seen } from './playPage.ts';

/** A value that is not the default, as text. */
function another(setting: Setting): string {
  if (setting.kind === 'enum') return setting.values.find((value) => value !== setting.default)!;
  const stop = setting.stops.find((value) => value !== setting.default && value !== 0);
  return toText(setting, stop ?? 7);
}

export const address: readonly Check[] = [
  {
    name: 'its settings go into the address, and from there into the same picture',
    async run(visit) {
      const { driver, figure } = visit;
      await openPlay(visit);
      const { search: before, finding } = await seen(driver);
      const preset = figure.presets.at(-1)!;
      await driver.click(`figure.ff .presets button:nth-of-type(${figure.presets.length})`);
      await expect.poll(async () => (await seen(driver)).search).not.toBe(before);
      const then = await seen(driver);
      expect(then.finding).not.toBe(finding);
      expect(then.search).toBe(`?${new URLSearchParams(preset.settings).toString()}`);
      await openPlay(visit, then.search.slice(1));
      // Another text to send is fetched once the figure is awake.
      await expect.poll(() => seen(driver)).toEqual(then);
    },
  },
  {
    name: 'each setting in the address is what the figure has; one that cannot be is named',
    async run(visit) {
      const { driver, figure } = visit;
      const { settings } = figure;
      const given = Object.entries(settings).map(([name, setting]) => [name, another(setting)]);
      await openPlay(visit, new URLSearchParams(given).toString());
      const wanted = Object.fromEntries(given) as Record<string, string>;
      const { values, problems } = await seen(driver);
      const shown = Object.keys(values).map((name) => [name, wanted[name]]);
      expect(shown).not.toEqual([]);
      // Another text to send is fetched once the figure is awake.
      await expect.poll(async () => (await seen(driver)).values).toEqual(Object.fromEntries(shown));
      expect(problems).toEqual([]);
      expect(await complaints(driver)).toEqual([]);

      const bad = Object.fromEntries(Object.keys(settings).map((name) => [name, 'wobble<b>']));
      await openPlay(visit, new URLSearchParams(bad).toString());
      const named = parse(settings, bad).problems.map(({ message }) => message);
      expect((await seen(driver)).problems).toEqual(named);
    },
  },
];

import {
  fromQuery,
  toQuery,
  type FigureDefinition,
  type Settings,
} from '../../components/figures/shared/settings.ts';
import type { Value } from '../../sim/index.ts';
import { didYouMean } from '../../text.ts';

export type Values = Readonly<Record<string, Value>>;

/** What differs from `base`, as a query string. */
export function queryFrom(settings: Settings, values: Values, base: Values): string {
  const rebased = Object.entries(settings).map(([name, setting]) => [
    name,
    { ...setting, default: base[name] },
  ]);
  return toQuery(Object.fromEntries(rebased) as Settings, values);
}

/** The values of a preset or, without one, the defaults. @throws Error when there is no such preset */
export function presetValues(figure: FigureDefinition, preset?: string): Values {
  if (preset === undefined) return fromQuery<Values>(figure.settings, '').values;
  const ids = figure.presets.map(({ id }) => id);
  const found = figure.presets.find(({ id }) => id === preset);
  if (!found)
    throw new Error(
      `${figure.id}: no preset “${preset}”. There are: ${ids.join(', ')}.${didYouMean(preset, ids)}`,
    );
  return fromQuery<Values>(figure.settings, new URLSearchParams(found.settings).toString()).values;
}

/** How to say some values: a preset, where one is near, and what differs from it. */
export interface Address {
  preset?: string;
  query: string;
}

/** The address of these values that says least: from the defaults or from the preset that is nearest. */
export function shortest(figure: FigureDefinition, values: Values): Address {
  const from = (preset?: string): Address => ({
    ...(preset && { preset }),
    query: queryFrom(figure.settings, values, presetValues(figure, preset)),
  });
  const count = ({ query }: Address) => new URLSearchParams(query).size;
  return figure.presets
    .map(({ id }) => from(id))
    .reduce((best, each) => (count(each) < count(best) ? each : best), from());
}

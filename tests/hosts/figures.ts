// What is embedded on the pages of every host, and what must then be read there.

import { finding } from '../../src/components/figures/latency-simulator/describe.ts';
import { sceneOf } from '../../src/components/figures/latency-simulator/layout.ts';
import {
  latencySimulator,
  type SimulatorValues,
} from '../../src/components/figures/latency-simulator/settings.ts';
import { fromQuery } from '../../src/components/figures/shared/settings.ts';

export const figure = latencySimulator;

export interface Placed {
  preset?: 'reasoning';
  query: string;
}

/** By page. */
export const placed = {
  figure: { query: 'cost=25&render=frame' },
  other: { preset: 'reasoning', query: 'rate=30' },
} as const satisfies Record<string, Placed>;

export type FigurePage = keyof typeof placed;
export const pages = Object.keys(placed) as FigurePage[];

/** The sentence under the figure. Nothing of src/embed has a part in it: that is what it is compared with. */
export function findingOn(page: FigurePage): string {
  const { preset, query }: Placed = placed[page];
  const given = figure.presets.find(({ id }) => id === preset)?.settings;
  const settings = new URLSearchParams({
    ...given,
    ...Object.fromEntries(new URLSearchParams(query)),
  });
  return finding(sceneOf(fromQuery<SimulatorValues>(figure.settings, settings.toString()).values));
}

// Every figure as it is, and one of its presets with a setting changed.
import { readFileSync } from 'node:fs';
import { figures } from '../../../src/components/figures/registry.ts';
import type { FigureDefinition, Setting } from '../../../src/components/figures/shared/settings.ts';
import { elementPath, framePath, loaderPath, tagOf } from '../../../src/embed/addresses.ts';
import { iframeCode } from '../../../src/embed/iframeCode.ts';
import { toText } from '../../../src/sim/index.ts';

export interface Case {
  name: string;
  figure: FigureDefinition;
  preset?: string | undefined;
  /** On top of the preset's. */
  query: string;
}

/** The last value that a control of this setting offers, as text. */
export function lastValue(setting: Setting): string {
  return setting.kind === 'enum' ? setting.values.at(-1)! : toText(setting, setting.stops.at(-1)!);
}

/** Settings that say much: the first of those that show at once. */
export function telling({ main, own = [], settings }: FigureDefinition): [string, string][] {
  return (main.length > 0 ? main : own).map((name) => [name, lastValue(settings[name]!)]);
}

export const cases: readonly Case[] = figures.flatMap((figure) => {
  const preset = figure.presets[1]!.id;
  const query = new URLSearchParams([telling(figure)[1]!]).toString();
  return [
    { name: figure.id, figure, query: '' },
    { name: `${figure.id}/${preset}/?${query}`, figure, preset, query },
  ];
});

/** All settings of a case, as a query string. */
export function wholeQuery({ figure, preset, query }: Omit<Case, 'name'>): string {
  const { settings } = figure.presets.find(({ id }) => id === preset) ?? { settings: {} };
  const all = new URLSearchParams(settings);
  for (const [name, value] of new URLSearchParams(query)) all.set(name, value);
  return all.toString();
}

interface Picture {
  poster(query: string, colours: object): string;
}

/** The sentence that a figure finds for a query string, computed here: the text alternative of its picture. */
export async function findingOf({ id }: FigureDefinition, query: string): Promise<string> {
  const { poster } = (await import(`../../../src/components/figures/${id}/picture.ts`)) as Picture;
  const [, description] = /<desc>([^<]*)<\/desc>/.exec(poster(query, {}))!;
  return description!.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** Of the release that was built. src/embed/release.ts reads it in a way that only bundlers understand. */
export const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const rolling = `v${version.split('.')[0]!}`;

/** The iframe that a writer pastes. */
export function iframe(origin: string, { figure, preset, query }: Omit<Case, 'name'>): string {
  const src = origin + framePath(figure.id, { preset, query, channel: rolling });
  return iframeCode({ src, title: figure.title, height: 460 });
}

/** The script beside it. */
export const loader = (origin: string): string =>
  `<script src="${origin}${loaderPath(rolling)}" async></script>`;

/** The custom element that a writer pastes. */
export function element({ figure, preset, query }: Omit<Case, 'name'>, more = ''): string {
  const settings = new URLSearchParams(wholeQuery({ figure, preset, query }));
  const attributes = [...settings].map(([name, value]) => ` ${name}="${value}"`).join('');
  const tag = tagOf(figure.id);
  return `<${tag}${attributes} ${more}><p>without a script</p></${tag}>`;
}

/** The module beside it. */
export const elementModule = (
  origin: string,
  { id }: Pick<FigureDefinition, 'id'>,
  channel = rolling,
): string => `<script type="module" src="${origin}${elementPath(id, channel)}"></script>`;

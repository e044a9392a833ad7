import {
  format,
  parse,
  type EnumField,
  type Hop,
  type NumberField,
  type Problem,
  type Value,
} from '../../../sim/index.ts';

/**
 * Where a knob belongs: one of the five hops, the answer itself, or the score. Settings of the group `view` say where
 * the reader looks, not what there is to see: the figure gives them controls of its own.
 */
export type Group = 'answer' | Hop | 'score' | 'view';

/** The groups in the order they are shown, and what they are called. */
export const groupNames: readonly (readonly [Group, string])[] = [
  ['answer', 'Answer'],
  ['model', 'Model'],
  ['server', 'Server'],
  ['proxy', 'Proxy'],
  ['browser', 'Network and browser'],
  ['dom', 'Page'],
  ['score', 'Score'],
];

interface About {
  label: string;
  group: Group;
  description: string;
}

/** A setting that is a number: the simulator's field, and the values a slider stops at, ascending. */
export interface NumberSetting extends NumberField, About {
  stops: readonly number[];
}

/** A setting that is a choice, with a name for each value. */
export interface ChoiceSetting extends EnumField, About {
  names: Readonly<Record<string, string>>;
}

export type Setting = NumberSetting | ChoiceSetting;
export type Settings = Readonly<Record<string, Setting>>;

/** The values that a declaration describes: numbers, `null` where a number may be absent, or words. */
export type ValuesOf<S extends Settings> = {
  [K in keyof S]: S[K] extends ChoiceSetting
    ? string
    : S[K]['default'] extends number
      ? number
      : number | null;
};

/** A link into a figure: settings as text, as they stand in a URL, and what they show. */
export interface Preset {
  id: string;
  label: string;
  /** What this preset teaches, in one sentence. */
  teaches: string;
  settings: Readonly<Record<string, string>>;
}

/** Everything there is to know about a figure apart from how it is drawn. */
export interface FigureDefinition<S extends Settings = Settings> {
  id: string;
  title: string;
  summary: string;
  settings: S;
  /** The knobs to show at once; the others wait behind "More settings". */
  main: readonly (keyof S & string)[];
  /** Settings whose controls are part of the picture, and so are not among the knobs. */
  own?: readonly (keyof S & string)[];
  presets: readonly Preset[];
  /** What the presets are called together. */
  presetsLabel?: string;
}

/** `ranges([0, 1000, 50], [1000, 5000, 250])`: slider stops, each range from, to and by. */
export function ranges(
  ...parts: readonly (readonly [from: number, to: number, by: number])[]
): number[] {
  const stops = new Set<number>();
  for (const [from, to, by] of parts)
    for (let i = 0; from + i * by <= to + by / 1e6; i++)
      stops.add(Number((from + i * by).toFixed(6)));
  return [...stops];
}

/** The query string of what differs from the defaults: '' or 'rate=120&proxy=bucket'. */
export function toQuery(settings: Settings, values: Readonly<Record<string, Value>>): string {
  return new URLSearchParams(format(settings, values)).toString();
}

/** Reads a query string; each name's last value counts. Names that are not settings are ignored. */
export function fromQuery<V>(
  settings: Settings,
  query: string,
  base?: Readonly<Record<string, Value>>,
): { values: V; problems: Problem[] } {
  return parse<V>(settings, Object.fromEntries(new URLSearchParams(query)), base);
}

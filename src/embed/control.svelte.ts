import { untrack } from 'svelte';
import { parse, type Problem } from '../sim/index.ts';
import type { AwakeFigure } from '../components/figures/shared/props.ts';
import type { FigureDefinition } from '../components/figures/shared/settings.ts';
import { goToMoment } from '../components/kit/address.ts';
import { theme } from './api.ts';
import { version } from './release.ts';

/** What a page may be told of a figure. Details are plain JSON. */
export interface FigureEvents {
  'ff-ready': FigureEvents['ff-change'] & { figure: string; version: string };
  'ff-change': { values: object; url: string; result: unknown };
  'ff-complete': { t: number };
  'ff-invalid': { problems: readonly Problem[] };
}
export type Tell = <Name extends keyof FigureEvents>(
  name: Name,
  detail: FigureEvents[Name],
) => void;

/** `undefined` and `null` take a setting back to its default: that is how frameworks say that nothing was given. */
export const orDefault = (
  { settings }: FigureDefinition,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value ?? settings[name]?.default]),
  );

/** Changes settings from outside; where `t` is among them, the playhead goes there. */
export function set(
  { figure, player }: AwakeFigure,
  given: Readonly<Record<string, unknown>>,
): void {
  figure.set(orDefault(figure.definition, given));
  // A moment that is none leaves the playhead where it is.
  const refused = figure.problems.some(({ field }) => field === 't');
  if ('t' in given && !refused) goToMoment(figure, player);
}

/** Goes to a moment (ms). What is no number is named, like any setting. */
export function seek(awake: AwakeFigure, t: unknown): void {
  if (awake.player) set(awake, { t });
}

/** The theme somebody gave, and that of the page around, which counts where it is auto. */
export interface Theme {
  given?: unknown;
  around?: unknown;
}

/** The theme as it will be used, and what was wrong with it. */
export const readTheme = (given: unknown) =>
  parse<{ theme: (typeof theme.values)[number] }>({ theme }, { theme: given ?? undefined });

/** Makes `root` light or dark; `auto` leaves it to the browser. A theme that is none is named. */
export function setTheme(
  awake: AwakeFigure | undefined,
  root: HTMLElement,
  { given, around }: Theme,
): void {
  const { values, problems } = readTheme(given);
  const used = values.theme === 'auto' ? readTheme(around).values.theme : values.theme;
  root.style.colorScheme = used === 'auto' ? '' : used;
  awake?.figure.report(['theme'], problems);
}

/** A copy that a page may keep and change, and that can cross to another window. */
const plain = <T>(detail: T): T => JSON.parse(JSON.stringify(detail)) as T;

/** How a figure stands now, with a link to its picture and what it found. */
const stand = (awake: AwakeFigure) => ({
  values: awake.figure.values,
  url: awake.link(),
  result: awake.result(),
});

/** The detail of `ff-ready`. */
export const ready = (awake: AwakeFigure): FigureEvents['ff-ready'] => ({
  figure: awake.figure.definition.id,
  version,
  ...stand(awake),
});

/**
 * Tells that a figure is ready, and of what happens in it from now on. Returns how to stop.
 * @param resumed it was ready before, and has gone back to its last good settings: that is a change
 */
export function watch(awake: AwakeFigure, tellPage: Tell, resumed = false): () => void {
  const { figure, player } = awake;
  // What a listener reads is no business of these effects.
  const tell: Tell = (name, detail) => untrack(() => tellPage(name, plain(detail)));
  return $effect.root(() => {
    if (!resumed) tell('ff-ready', ready(awake));

    let before = resumed ? '' : untrack(() => JSON.stringify(figure.values));
    $effect(() => {
      const now = JSON.stringify(figure.values);
      // A page may set what it is told, and is then not told again.
      if (now === before) return;
      before = now;
      untrack(() => tell('ff-change', stand(awake)));
    });

    let warned = '';
    $effect(() => {
      const { problems } = figure;
      const messages = problems.map(({ message }) => message).join('\n');
      if (messages === warned) return;
      warned = messages;
      if (!messages) return;
      console.warn(`${figure.definition.title}: ${messages}`);
      tell('ff-invalid', { problems });
    });

    let playing = false;
    $effect(() => {
      const now = player?.playing ?? false;
      if (playing && !now && player!.atEnd) tell('ff-complete', { t: player!.t });
      playing = now;
    });
  });
}

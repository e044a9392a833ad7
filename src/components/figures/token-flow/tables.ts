import { hops, tokenTimes, eventOf } from '../../../sim/index.ts';
import type { Table } from '../shared/table.ts';
import { count, duration } from '../shared/words.ts';
import { theToken } from './describe.ts';
import { onChip } from './layout.ts';
import type { Scene } from './scene.ts';
import { stations } from './stations.ts';

/** The followed token's way, step by step. */
export function wayTable(scene: Scene): Table {
  return {
    caption: `The way of ${theToken(scene)}`,
    columns: ['Step', 'From', 'To', 'Spent'],
    rows: scene.way.map(({ name, from, to }) => [
      name,
      duration(from),
      duration(to),
      duration(to - from),
    ]),
  };
}

/** When some tokens left each hop, and when they were seen. */
function timesTable(scene: Scene, caption: string, tokens: readonly number[]): Table {
  const { trace } = scene;
  const times = hops.map((hop) => tokenTimes(trace, hop));
  return {
    caption,
    columns: ['Token', 'Text', ...stations.map(({ short }) => short)],
    rows: tokens.map((i) => [
      count(i + 1),
      onChip(trace.tokens.text[i]!),
      ...times.map((of) => duration(of[i]!)),
    ]),
  };
}

/** A dozen tokens, evenly spread, first and last among them. */
export function dozenTable(scene: Scene): Table {
  const last = scene.trace.n - 1;
  const tokens = new Set(Array.from({ length: 12 }, (_, i) => Math.round((last * i) / 11)));
  return timesTable(scene, 'When a dozen tokens left each hop, and were seen on the page', [
    ...tokens,
  ]);
}

export function allTokensTable(scene: Scene): Table {
  const tokens = Array.from({ length: scene.trace.n }, (_, i) => i);
  return timesTable(scene, 'When every token left each hop, and was seen on the page', tokens);
}

/** One row per token for the CSV: its text, its event, and its times in ms. */
export function tokensCsv({ trace }: Scene): Omit<Table, 'caption'> {
  const times = hops.map((hop) => tokenTimes(trace, hop));
  return {
    columns: ['token', 'text', 'event', ...hops],
    rows: Array.from({ length: trace.n }, (_, i) => [
      String(i + 1),
      trace.tokens.text[i]!,
      String(eventOf(trace, i) + 1),
      ...times.map((of) => String(of[i])),
    ]),
  };
}

import { countUntil, tokenTimes, type Metrics, type Ms } from '../../../sim/index.ts';
import type { Table } from '../shared/table.ts';
import { count, duration, score } from '../shared/words.ts';
import type { Scene } from './layout.ts';

const ratio = (value: number | null) => (value === null ? '–' : value.toFixed(2));

type Measure = readonly [name: string, read: (m: Metrics) => string];

const scoreMeasures: readonly Measure[] = [
  ['Feels-fast score', (m) => score(m.feelsFast)],
  ['Andes QoE', (m) => ratio(m.qoe)],
  ['Fluidity index', (m) => ratio(m.fluidity)],
];

/** The rows of the measures table: what each is called and how it reads. */
const measures: readonly Measure[] = [
  ['TTFT, at the model', (m) => duration(m.ttft)],
  ['Time to answer, at the model', (m) => duration(m.timeToAnswer)],
  ['First paint (TTFT on the screen)', (m) => duration(m.firstPaint)],
  ['Total (last paint)', (m) => duration(m.total)],
  ['Paints', (m) => count(m.paints)],
  ['Longest gap between paints', (m) => duration(m.longestPaintGap)],
  ['Frozen time', (m) => duration(m.frozen)],
  ['Long tasks (over 50 ms)', (m) => count(m.longTasks)],
  ['Longest task', (m) => duration(m.longestTask)],
  ...scoreMeasures,
];

/** The three scores side by side. */
export function scoresTable(scene: Scene): Table {
  return tableOf(scene, 'Three scores side by side', scoreMeasures);
}

export function measuresTable(scene: Scene): Table {
  return tableOf(scene, 'What each way of rendering gives', measures);
}

function tableOf({ panels }: Scene, caption: string, rows: readonly Measure[]): Table {
  return {
    caption,
    columns: ['Measure', ...panels.map((p) => p.name)],
    rows: rows.map(([name, read]) => [name, ...panels.map((p) => read(p.metrics))]),
  };
}

/** How the feels-fast score adds up, term by term. */
export function scoreTable(scene: Scene): Table {
  const w = scene.values.weight;
  return tableOf(scene, 'The feels-fast score, term by term', [
    [`${w} × first paint`, (m) => duration(w * m.firstPaint!)],
    ['+ last paint', (m) => duration(m.lastPaint)],
    [`+ ${w / 2} × frozen time`, (m) => duration((w / 2) * m.frozen)],
    [`÷ ${w + 1} = weighted wait`, (m) => duration(m.wait)],
    ['100 × 2^(−wait ÷ 2 s) = score', (m) => m.feelsFast!.toFixed(1)],
  ]);
}

function deliveryRows(scene: Scene, times: Iterable<Ms>): string[][] {
  return Array.from(times, (t) => [
    `${count(t)} ms`,
    ...scene.panels.map((p) => count(countUntil(p.trace.dom, t))),
  ]);
}

const delivery = (scene: Scene) => ['Time', ...scene.panels.map((p) => p.name)];

/** A dozen moments, evenly spread over what happens. */
export function momentsTable(scene: Scene): Table {
  const first = Math.min(...scene.panels.map((p) => p.trace.dom[0]!));
  const last = Math.max(...scene.panels.map((p) => p.trace.dom.at(-1)!));
  const times = new Set([
    0,
    ...Array.from({ length: 11 }, (_, i) => Math.ceil(first + ((last - first) * i) / 10)),
  ]);
  return {
    caption: 'Tokens shown over time',
    columns: delivery(scene),
    rows: deliveryRows(scene, times),
  };
}

/** Every moment at which a panel paints. */
export function allMomentsTable(scene: Scene): Table {
  return {
    caption: 'Tokens shown at every paint',
    columns: delivery(scene),
    rows: deliveryRows(scene, scene.events),
  };
}

/** One row per token for the CSV, counted from 1: its text, and its times in ms at every hop and in every panel. */
export function tokensTable(scene: Scene): Omit<Table, 'caption'> {
  const trace = scene.panels[0].trace;
  const wire = (['model', 'server', 'proxy', 'browser'] as const).map((hop) =>
    tokenTimes(trace, hop),
  );
  const dom = scene.panels.map((p) => p.trace.dom);
  return {
    columns: [
      'token',
      'text',
      'model',
      'server',
      'proxy',
      'browser',
      ...scene.panels.map((p) => `dom: ${p.name}`),
    ],
    rows: Array.from({ length: scene.n }, (_, i) => [
      String(i + 1),
      trace.tokens.text[i]!,
      ...[...wire, ...dom].map((times) => String(times[i])),
    ]),
  };
}

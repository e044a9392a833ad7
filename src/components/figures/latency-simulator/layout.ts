import { tickStep } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import {
  draw,
  FREEZE,
  LONG_TASK,
  metrics,
  READING_RATE,
  send,
  type Metrics,
  type Ms,
  type Scenario,
  type Trace,
} from '../../../sim/index.ts';
import type { SimulatorValues } from './settings.ts';

/** One way of rendering the answer, with all there is to draw of it. */
export interface Panel {
  id: 'sync' | 'token' | 'third';
  name: string;
  note: string;
  trace: Trace;
  metrics: Metrics;
  /** Length of the text (UTF-16 units) once so many tokens are shown. */
  cuts: Uint32Array;
}

/** A stretch of a panel's lane, in ms. */
export interface Stretch {
  kind: 'waiting' | 'drawing' | 'frozen' | 'busy';
  from: Ms;
  to: Ms;
}

export interface Scene {
  values: SimulatorValues;
  panels: readonly [Panel, Panel, Panel];
  text: string;
  n: number;
  duration: Ms;
  /** The scrubber's grain, a round number of ms that divides `duration`. */
  step: Ms;
  poster: Ms;
  /** All moments at which a panel changes, ascending. */
  events: Float64Array;
}

const thirdPanel: Record<string, (s: SimulatorValues) => { name: string; note: string }> = {
  every: (s) => ({
    name: `Stream, every ${s.every} ms`,
    note: 'takes tokens in, draws on a timer',
  }),
  frame: () => ({ name: 'Stream, every frame', note: 'takes tokens in, draws once per frame' }),
  'token-yield': () => ({
    name: 'Stream, yielding',
    note: 'draws what has come, lets the page breathe',
  }),
};

/** Simulates once and renders three times. */
export function sceneOf(values: SimulatorValues): Scene {
  const wire = send(scenarioOf(values));
  const pieces = wire.tokens.text.slice(0, wire.n);
  const cuts = new Uint32Array(pieces.length + 1);
  pieces.forEach((piece, i) => (cuts[i + 1] = cuts[i]! + piece.length));
  const panel = (
    id: Panel['id'],
    render: Scenario['render'],
    name: string,
    note: string,
  ): Panel => {
    const trace = draw(wire, { render });
    return { id, name, note, trace, metrics: metrics(trace), cuts };
  };
  const third = thirdPanel[values.render]!(values);
  const panels = [
    panel('sync', 'sync', 'Sync', 'waits, then shows everything'),
    panel('token', 'token', 'Stream, per token', 'draws for every token'),
    panel('third', values.render as Scenario['render'], third.name, third.note),
  ] as const;
  const last = Math.max(...panels.map((p) => p.trace.dom.at(-1)!));
  const step = grain(last);
  const events = Float64Array.from(new Set(panels.flatMap((p) => [...p.trace.paints]))).sort();
  return {
    values,
    panels,
    text: pieces.join(''),
    n: wire.n,
    duration: Math.ceil((last * 1.03) / step) * step,
    step,
    poster: posterTime(panels),
    events,
  };
}

/** The simulator's scenario behind the figure's settings. */
export function scenarioOf({ t: _t, ...scenario }: SimulatorValues): Scenario {
  return scenario as Scenario;
}

/** 1, 2 or 5 times a power of ten: about a four-hundredth of the way, and at least 1 ms. */
function grain(total: Ms): Ms {
  return Math.max(1, tickStep(0, total, 400));
}

/** A telling moment: when the last panel to start still waits and the first is well under way. */
function posterTime(panels: readonly Panel[]): Ms {
  const first = Math.min(...panels.map((p) => p.trace.dom[0]!));
  const slowest = Math.max(...panels.map((p) => p.trace.dom[0]!));
  return Math.round(first + (slowest - first) * 0.45);
}

/** What a panel shows at a moment. */
export function shownAt(panel: Panel, shown: number, text: string): string {
  return text.slice(0, panel.cuts[shown]);
}

/** The chart is drawn in a box of this size and stretched to the figure's width; labels are set beside it, in percent. */
export const box = { width: 1000, height: 200 } as const;

export interface Chart {
  x: (t: Ms) => number;
  y: (tokens: number) => number;
  ticks: { at: number; label: string; minor: boolean }[];
  levels: { at: number; label: string }[];
}

export function chartOf(scene: Scene): Chart {
  const across = scaleLinear([0, scene.duration], [0, box.width]);
  const down = scaleLinear([0, scene.n], [box.height, 0]);
  // A hundredth of a unit is less than anybody sees, and keeps the page's markup short.
  const x = (t: Ms) => Math.round(across(t) * 100) / 100;
  const y = (tokens: number) => Math.round(down(tokens) * 100) / 100;
  const inSeconds = scene.duration >= 1500;
  const digits = across.ticks(8)[1]! % 1000 === 0 ? 0 : across.ticks(8)[1]! % 100 === 0 ? 1 : 2;
  return {
    x,
    y,
    ticks: across.ticks(8).map((t, i) => ({
      at: x(t),
      label: inSeconds ? `${(t / 1000).toFixed(digits)} s` : `${t} ms`,
      minor: i % 2 === 1,
    })),
    levels: down
      .ticks(4)
      .filter(Number.isInteger)
      .map((n) => ({ at: y(n), label: String(n) })),
  };
}

/** The delivery curve: tokens shown over time, as a step path. */
export function curve(panel: Panel, chart: Chart, until: Ms): string {
  const { paints, shown } = panel.trace;
  const points: [number, number][] = [[0, chart.y(0)]];
  for (let i = 0; i < paints.length; i++) {
    const x = chart.x(paints[i]!);
    const y = chart.y(shown[i]!);
    const [px, py] = points.at(-1)!;
    // Steps finer than the eye can see would only make the page heavy.
    if (x - px >= 3 || py - y >= 3 || i === paints.length - 1) points.push([x, y]);
  }
  points.push([chart.x(until), points.at(-1)![1]]);
  return line().curve(curveStepAfter).digits(1)(points)!;
}

/** How far a careful reader is who starts with the first word: a straight line up to the last token. */
export function readingLine(
  scene: Scene,
  chart: Chart,
): { d: string; end: { x: number; y: number } } {
  const start = Math.min(...scene.panels.map((p) => p.trace.dom[0]!));
  const stop = Math.min(scene.duration, start + (scene.n / READING_RATE) * 1000);
  const end = { x: chart.x(stop), y: chart.y(((stop - start) / 1000) * READING_RATE) };
  return {
    d: line().digits(1)([
      [chart.x(start), chart.y(0)],
      [end.x, end.y],
    ])!,
    end,
  };
}

/** A panel's lane: waiting, then drawing, with frozen stretches and long tasks laid over. */
export function lane({ trace }: Panel): Stretch[] {
  const { dom, paints, busy } = trace;
  const stretches: Stretch[] = [
    { kind: 'waiting', from: 0, to: dom[0]! },
    { kind: 'drawing', from: dom[0]!, to: dom.at(-1)! },
  ];
  for (let i = 1; i < paints.length; i++)
    if (paints[i]! - paints[i - 1]! > FREEZE)
      stretches.push({ kind: 'frozen', from: paints[i - 1]! + FREEZE, to: paints[i]! });
  let task: Stretch | undefined;
  for (let i = 0; i < busy.length; i += 2) {
    const [from, to] = [busy[i]!, busy[i + 1]!];
    if (to - from <= LONG_TASK) continue;
    if (task && from - task.to < FREEZE / 10) task.to = to;
    else stretches.push((task = { kind: 'busy', from, to }));
  }
  return stretches;
}

/** Names beside the curves, where each is half-way up; curves too close to tell apart share one label. */
export function curveLabels(
  scene: Scene,
  chart: Chart,
): { x: number; y: number; panels: Panel[]; before: boolean }[] {
  const half = Math.ceil(scene.n / 2);
  const spots = scene.panels
    .map((panel) => ({ panel, x: chart.x(panel.trace.dom[half - 1]!) }))
    .sort((a, b) => a.x - b.x);
  const labels: { x: number; y: number; panels: Panel[]; before: boolean }[] = [];
  for (const { panel, x } of spots) {
    const near = labels.at(-1);
    if (near && x - near.x < 40) near.panels.push(panel);
    else labels.push({ x, y: chart.y(half), panels: [panel], before: x > box.width * 0.72 });
  }
  return labels;
}

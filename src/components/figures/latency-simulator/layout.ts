import { ticks, tickStep } from 'd3-array';
import {
  draw,
  metrics,
  READING_RATE,
  roundMs,
  send,
  type Metrics,
  type Ms,
  type Scenario,
  type Trace,
} from '../../../sim/index.ts';
import { cutsOf, playtime } from '../shared/scene.ts';
import { count } from '../shared/words.ts';
import type { SimulatorValues } from './settings.ts';

/** One way of rendering the answer, with all there is to draw of it. */
export interface Panel {
  id: 'sync' | 'token' | 'third';
  name: string;
  /** The name where there is little room, and in sentences. */
  short: string;
  note: string;
  trace: Trace;
  metrics: Metrics;
  /** Length of the text (UTF-16 units) once so many tokens are shown. */
  cuts: Uint32Array;
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

interface About {
  name: string;
  short: string;
  note: string;
}

const thirdPanel: Record<string, (s: SimulatorValues) => About> = {
  every: (s) => ({
    name: `Stream, every ${count(s.every)} ms`,
    short: `every ${count(s.every)} ms`,
    note: 'takes tokens in, draws on a timer',
  }),
  frame: () => ({
    name: 'Stream, every frame',
    short: 'every frame',
    note: 'takes tokens in, draws once per frame',
  }),
  'token-yield': () => ({
    name: 'Stream, yielding',
    short: 'yielding',
    note: 'draws what has come, then gives way',
  }),
};

/** Simulates once and renders three times. */
export function sceneOf(values: SimulatorValues): Scene {
  const wire = send(scenarioOf(values));
  const pieces = wire.tokens.text.slice(0, wire.n);
  const cuts = cutsOf(pieces);
  const panel = (id: Panel['id'], render: Scenario['render'], about: About): Panel => {
    const trace = draw(wire, { render });
    return { id, ...about, trace, metrics: metrics(trace), cuts };
  };
  const panels = [
    panel('sync', 'sync', { name: 'Sync', short: 'sync', note: 'waits, then shows everything' }),
    panel('token', 'token', {
      name: 'Stream, per token',
      short: 'per token',
      note: 'draws for every token',
    }),
    panel('third', values.render as Scenario['render'], thirdPanel[values.render]!(values)),
  ] as const;
  const last = Math.max(...panels.map((p) => p.trace.dom.at(-1)!));
  const events = Float64Array.from(new Set(panels.flatMap((p) => [...p.trace.paints]))).sort();
  return {
    values,
    panels,
    text: pieces.join(''),
    n: wire.n,
    ...playtime(last, 0.03),
    poster: posterTime(panels, wire.n),
    events,
  };
}

/** The simulator's scenario behind the figure's settings. */
export function scenarioOf({ t: _t, ...scenario }: SimulatorValues): Scenario {
  return scenario as Scenario;
}

/**
 * A telling moment. Most often: the last panel to start still waits and the first is well under way. Where all start
 * together it is half-way through, or half-way through the wait if that is most of it; one token is best seen.
 */
function posterTime(panels: readonly Panel[], n: number): Ms {
  const starts = panels.map((p) => p.trace.dom[0]!);
  const [first, slowest] = [Math.min(...starts), Math.max(...starts)];
  const last = Math.max(...panels.map((p) => p.trace.dom.at(-1)!));
  if (n === 1) return last;
  if (slowest - first > last / 50) return roundMs(first + (slowest - first) * 0.45);
  return first > last / 2 ? roundMs(first * 0.6) : roundMs(first + (last - first) * 0.45);
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
  // A hundredth of a unit is less than anybody sees, and keeps the page's markup short.
  const x = (t: Ms) => Math.round((t / scene.duration) * box.width * 100) / 100;
  const y = (tokens: number) => Math.round((1 - tokens / scene.n) * box.height * 100) / 100;
  const inSeconds = scene.duration >= 1500;
  const gap = tickStep(0, scene.duration, 8);
  const digits = gap % 1000 === 0 ? 0 : gap % 100 === 0 ? 1 : 2;
  return {
    x,
    y,
    ticks: ticks(0, scene.duration, 8).map((t, i) => ({
      at: x(t),
      label: inSeconds ? `${(t / 1000).toFixed(digits)} s` : `${t} ms`,
      minor: i % 2 === 1,
    })),
    levels: ticks(0, scene.n, 4)
      .filter(Number.isInteger)
      .map((n) => ({ at: y(n), label: String(n) })),
  };
}

/** The delivery curve: tokens shown over time, as a step path that goes across, then up. */
export function curve(
  { trace: { paints, shown } }: { trace: Pick<Trace, 'paints' | 'shown'> },
  chart: Chart,
  until: Ms,
): string {
  let [px, py] = [0, chart.y(0)];
  let path = `M0,${tenth(py)}`;
  for (let i = 0; i < paints.length; i++) {
    const x = chart.x(paints[i]!);
    const y = chart.y(shown[i]!);
    // Steps finer than the eye can see would only make the page heavy.
    if (x - px < 3 && py - y < 3 && i < paints.length - 1) continue;
    path += `H${tenth(x)}V${tenth(y)}`;
    [px, py] = [x, y];
  }
  return `${path}H${tenth(chart.x(until))}`;
}

/** How far a careful reader is who starts with the first word: a straight line up to the last token. */
export function readingLine(scene: Scene, chart: Chart): string {
  const start = Math.min(...scene.panels.map((p) => p.trace.dom[0]!));
  const stop = Math.min(scene.duration, start + (scene.n / READING_RATE) * 1000);
  const read = ((stop - start) / 1000) * READING_RATE;
  const point = (t: Ms, tokens: number) => `${tenth(chart.x(t))},${tenth(chart.y(tokens))}`;
  return `M${point(start, 0)}L${point(stop, read)}`;
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** A curve's name beside it. Curves too close to tell apart share one. */
export interface CurveLabel {
  x: number;
  y: number;
  panels: Panel[];
  /** Left of the curve, where there is no room at its right. */
  before: boolean;
}

/** Each label hangs on its curve at a height of its own, so that no two meet. */
export function curveLabels(scene: Scene, chart: Chart): CurveLabel[] {
  const at = (panel: Panel, share: number) =>
    chart.x(panel.trace.dom[Math.ceil(scene.n * share) - 1]!);
  const groups: Panel[][] = [];
  for (const panel of [...scene.panels].sort((a, b) => at(a, 0.5) - at(b, 0.5))) {
    const near = groups.at(-1);
    if (near && at(panel, 0.5) - at(near[0]!, 0.5) < 40) near.push(panel);
    else groups.push([panel]);
  }
  return groups.map((panels, i) => {
    const share = 0.7 - 0.22 * i;
    const x = at(panels[0]!, share);
    return { x, y: chart.y(scene.n * share), panels, before: x > box.width * 0.72 };
  });
}

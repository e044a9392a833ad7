import {
  eventOf,
  hops,
  metrics,
  roundMs,
  simulate,
  type Hop,
  type Metrics,
  type Ms,
  type Scenario,
  type Trace,
} from '../../../sim/index.ts';
import { cutsOf, playtime } from '../shared/scene.ts';
import type { FlowValues } from './settings.ts';

/** The six things that happen to a token, each at a hop; the network is the way to the browser. */
export const stepNames = {
  decode: { name: 'decode', hop: 'model' },
  frame: { name: 'SSE frame', hop: 'server' },
  chunk: { name: 'chunked HTTP', hop: 'proxy' },
  network: { name: 'network', hop: 'browser' },
  parse: { name: 'parse event', hop: 'browser' },
  paint: { name: 'paint', hop: 'dom' },
} as const satisfies Record<string, { name: string; hop: Hop }>;
export type StepId = keyof typeof stepNames;

/** A stretch of a token's way. Each begins where the one before ends. */
export interface Step {
  id: StepId;
  name: string;
  hop: Hop;
  from: Ms;
  to: Ms;
}

export interface Scene {
  values: FlowValues;
  trace: Trace;
  metrics: Metrics;
  /** The texts of the tokens sent; `trace.tokens` has the whole answer's. */
  pieces: readonly string[];
  text: string;
  /** Length of the text (UTF-16 units) once so many tokens are shown. */
  cuts: Uint32Array;
  /** The token followed and the event that carries it, both from 0, and its way. */
  followed: number;
  event: number;
  way: readonly Step[];
  duration: Ms;
  /** The scrubber's grain, a round number of ms that divides `duration`. */
  step: Ms;
  poster: Ms;
  /** Every moment at which something changes, ascending. */
  moments: Float64Array;
}

/** The simulator's scenario behind the figure's settings. */
export function scenarioOf({ t: _t, follow: _follow, ...scenario }: FlowValues): Partial<Scenario> {
  return scenario as Partial<Scenario>;
}

export function sceneOf(values: FlowValues): Scene {
  const trace = simulate(scenarioOf(values));
  const pieces = trace.tokens.text.slice(0, trace.n);
  const followed = Math.min(values.follow, trace.n) - 1;
  const way = wayOf(trace, followed);
  return {
    values,
    trace,
    metrics: metrics(trace),
    pieces,
    text: pieces.join(''),
    cuts: cutsOf(pieces),
    followed,
    event: eventOf(trace, followed),
    way,
    ...playtime(trace.dom.at(-1)!, 0.02),
    poster: posterOf(way),
    moments: momentsOf(trace),
  };
}

/** What token `i` spends its time on, from the request to the paint. */
export function wayOf(trace: Trace, i: number): Step[] {
  const event = eventOf(trace, i);
  const released = trace.proxy[event]!;
  const ends: Record<StepId, Ms> = {
    decode: trace.model[i]!,
    frame: trace.server[event]!,
    chunk: released,
    network: roundMs(released + trace.scenario.latency),
    parse: trace.browser[event]!,
    paint: trace.dom[i]!,
  };
  let from = 0;
  return Object.entries(stepNames).map(([id, about]) => {
    const to = ends[id as StepId];
    const step = { id: id as StepId, ...about, from, to };
    from = to;
    return step;
  });
}

/** Seven tenths into what keeps the token longest once the model has let it go. */
function posterOf(way: readonly Step[]): Ms {
  const sent = way.slice(1);
  const longest = sent.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
  return roundMs(longest.from + (longest.to - longest.from) * 0.7);
}

function momentsOf(trace: Trace): Float64Array {
  const { latency } = trace.scenario;
  const times = new Set(hops.flatMap((hop) => [...trace[hop]]));
  for (const t of trace.proxy) times.add(roundMs(t + latency));
  return Float64Array.from(times).sort();
}

/** Bytes of an event, on average. */
export function bytesOf({ trace }: Scene): number {
  return Math.round((trace.ends.at(-1)! - trace.tokens.opening) / trace.ends.length);
}

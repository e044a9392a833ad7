import type { Page } from './page.ts';
import type { Scenario } from './scenario.ts';
import type { Tokens } from './tokens.ts';

/** One answer's way to the browser. Times in ms, per token where it says so, else per SSE event. */
export interface Wire {
  scenario: Scenario;
  tokens: Tokens;
  /** Answer tokens sent. */
  n: number;
  /** Per token: when it left the model. */
  model: Float64Array;
  server: Float64Array;
  proxy: Float64Array;
  browser: Float64Array;
  /** Bytes written up to and including each event. */
  ends: Float64Array;
  /** Per token: when it reached the page (its event was parsed). */
  arrivals: Float64Array;
  /** Per token: characters of the answer, this token included. */
  chars: Float64Array;
}

/** The whole way, finished before anything moves. Drawing it is asking it about a time. */
export interface Trace extends Wire, Page {}

export const hops = ['model', 'server', 'proxy', 'browser', 'dom'] as const;
export type Hop = (typeof hops)[number];

/** The event that carries token i. */
export function eventOf(wire: Wire, i: number): number {
  return Math.floor(i / wire.scenario.group);
}

/** When each token left a hop: one time per token, whatever the hop counts in. */
export function tokenTimes(trace: Trace, hop: Hop): Float64Array {
  if (hop === 'model' || hop === 'dom') return trace[hop];
  return hop === 'browser' ? trace.arrivals : perToken(trace[hop], trace.n, trace.scenario.group);
}

/** Spreads per-event times over the events' tokens. */
export function perToken(times: Float64Array, n: number, group: number): Float64Array {
  if (group === 1) return times;
  const out = new Float64Array(n);
  for (let k = 0; k < times.length; k++) out.fill(times[k]!, k * group, (k + 1) * group);
  return out;
}

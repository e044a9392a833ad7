import { countUntil, frameAt, roundMs, type Frame, type Ms } from '../../../sim/index.ts';
import type { Scene, StepId } from './scene.ts';
import { vesselOf, type Vessel } from './vessel.ts';

/*
 * Where everything is at one moment, in shares of the box it is in: a row of stations when the figure is wide and a
 * column when it is narrow take the same numbers.
 */

/** Something that moves along a link: a token, or from the server on an event, at a share of the way. */
export interface Traveller {
  /** The last token it carries, from 0. */
  token: number;
  at: number;
  /** Events that travel with it, side by side. */
  many: number;
  followed: boolean;
}

/** A link that takes no time is crossed at once; so that it can be seen, the last to cross is drawn for so long. */
const GLIDE: Ms = 120;

/**
 * What to draw on a link that is crossed at `times`, ascending, one per `group` tokens: the last to cross, on its way
 * until the next one sets out.
 */
export function crossing(scene: Scene, times: Float64Array, group: number, t: Ms): Traveller[] {
  const k = countUntil(times, t) - 1;
  if (k < 0) return [];
  const start = times[k]!;
  const many = k + 1 - countUntil(times.subarray(0, k), start - 0.0005);
  const at = (t - start) / Math.min(GLIDE, Math.max(1, (times[k + 1] ?? Infinity) - start));
  return at < 1 ? [travellerOf(scene, k, group, at, many)] : [];
}

/** The last token of the `k`-th lot of `group`: the last lot may be short. Both from 0. */
export function lastToken({ trace }: Scene, k: number, group = trace.scenario.group): number {
  return Math.min(trace.n, (k + 1) * group) - 1;
}

function travellerOf(scene: Scene, k: number, group: number, at: number, many: number): Traveller {
  const token = lastToken(scene, k, group);
  const mine = Math.floor(scene.followed / group);
  return { token, at, many, followed: mine <= k && mine > k - many };
}

/** Events on the way from the proxy to the browser: how many, about two of them by name, all of them as marks. */
export interface InFlight {
  count: number;
  /** Events that have reached the browser. */
  arrived: number;
  named: Traveller[];
  /** Shares of the way at which there is something, at most 120. */
  marks: number[];
}

/** Between the proxy and the browser an event is on its way for the network latency. */
export function inFlight(scene: Scene, t: Ms): InFlight {
  const { trace } = scene;
  const { latency, group, rate } = trace.scenario;
  const sent = countUntil(trace.proxy, t);
  // Rounded as the hops round: Step goes to the very moment at which one arrives.
  const arrived = Math.min(sent, countUntil(trace.proxy, roundMs(t - latency)));
  const lots: Traveller[] = [];
  for (let k = arrived; k < sent;) {
    const start = trace.proxy[k]!;
    let next = k + 1;
    while (next < sent && trace.proxy[next] === start) next++;
    lots.push(travellerOf(scene, next - 1, group, (t - start) / latency, next - k));
    k = next;
  }
  // Every so manieth event, so that a chip which is named stays so all the way.
  const every = Math.max(1, Math.ceil((latency * rate) / 1000 / group / 2));
  const some = lots.filter(({ token }) => Math.floor(token / group) % every === 0);
  const mine = lots.filter(({ followed }) => followed);
  return {
    count: sent - arrived,
    arrived,
    named: lots.length <= 2 ? lots : mine.length > 0 ? mine : some,
    marks: [...new Set(lots.map(({ at }) => Math.round(at * 120) / 120))],
  };
}

/** Everything the stations and links show at `t`. */
export interface Moment {
  frame: Frame;
  /** `null` where the proxy passes everything on. */
  vessel: Vessel | null;
  /** Events the server has sent, and the browser has received, and parsed. */
  framed: number;
  received: number;
  parsed: number;
  /** Where the followed token is, `null` once it is painted. */
  at: StepId | null;
  decode: Traveller[];
  frames: Traveller[];
  network: InFlight;
  parse: Traveller[];
}

export function momentAt(scene: Scene, t: Ms): Moment {
  const { trace, way } = scene;
  const { group } = trace.scenario;
  const frame = frameAt(trace, t);
  const network = inFlight(scene, t);
  return {
    frame,
    vessel: vesselOf(scene, frame),
    framed: countUntil(trace.server, t),
    received: network.arrived,
    parsed: countUntil(trace.browser, t),
    at: way.find(({ to }) => t < to)?.id ?? null,
    decode: crossing(scene, trace.model, 1, t),
    frames: crossing(scene, trace.server, group, t),
    network,
    parse: crossing(scene, trace.browser, group, t),
  };
}

/** The last `many` tokens of the first `until`, from the oldest: their numbers, from 0. */
export function lately(until: number, many: number): number[] {
  return Array.from({ length: Math.min(many, until) }, (_, i) => until - Math.min(many, until) + i);
}

/** A token as it is written on a chip: spaces and line breaks can be seen. */
export function onChip(text: string): string {
  if (text === '') return '◌';
  return text.replaceAll(' ', '·').replaceAll('\n', '⏎');
}

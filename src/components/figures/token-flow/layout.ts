import { countUntil, frameAt, roundMs, type Frame, type Ms } from '../../../sim/index.ts';
import type { Scene, StepId } from './scene.ts';
import { vesselOf, type Vessel } from './vessel.ts';

/*
 * Where everything is at one moment, in shares of the box it is in: a row of stations when the figure is wide and a
 * column when it is narrow take the same numbers.
 */

/** Something that moves along a link from one moment to another: a token, or from the server on an event. */
export interface Traveller {
  /** The last token it carries, from 0. */
  token: number;
  from: Ms;
  to: Ms;
  /** Events that travel with it, side by side. */
  many: number;
  followed: boolean;
}

/** What share of its way it has gone at `t`. */
export const shareOf = ({ from, to }: Traveller, t: Ms): number => (t - from) / (to - from);

/** A link that takes no time is crossed at once; so that it can be seen, the last to cross is drawn for so long. */
const GLIDE: Ms = 120;

/** Until when the `k`-th to cross is on its way: the next one sets out, or it has been drawn for long enough. */
function until(times: Float64Array, k: number): Ms {
  const start = times[k]!;
  return start + Math.min(GLIDE, Math.max(1, (times[k + 1] ?? Infinity) - start));
}

/** Which of those that cross a link at `times`, ascending, is on it: the last to cross; −1 if there is none. */
export function crossingAt(times: Float64Array, t: Ms): number {
  const k = countUntil(times, t) - 1;
  return k >= 0 && t < until(times, k) ? k : -1;
}

/** What to draw on a link that is crossed at `times`, one per `group` tokens, while the `k`-th is on it. */
export function crossing(
  scene: Scene,
  times: Float64Array,
  k: number,
  group = scene.trace.scenario.group,
): Traveller[] {
  if (k < 0) return [];
  const from = times[k]!;
  const many = k + 1 - countUntil(times.subarray(0, k), from - 0.0005);
  return [travellerOf(scene, k, group, many, from, until(times, k))];
}

/** The last token of the `k`-th lot of `group`: the last lot may be short. Both from 0. */
export function lastToken({ trace }: Scene, k: number, group = trace.scenario.group): number {
  return Math.min(trace.n, (k + 1) * group) - 1;
}

function travellerOf(
  scene: Scene,
  k: number,
  group: number,
  many: number,
  from: Ms,
  to: Ms,
): Traveller {
  const mine = Math.floor(scene.followed / group);
  return {
    token: lastToken(scene, k, group),
    from,
    to,
    many,
    followed: mine <= k && mine > k - many,
  };
}

/** Of the events from `received` to `sent` that are on the network, about two by name, each for the network latency. */
export function inFlight(scene: Scene, received: number, sent: number): Traveller[] {
  const { trace } = scene;
  const { latency, group, rate } = trace.scenario;
  const lots: Traveller[] = [];
  for (let k = received; k < sent;) {
    const start = trace.proxy[k]!;
    let next = k + 1;
    while (next < sent && trace.proxy[next] === start) next++;
    lots.push(travellerOf(scene, next - 1, group, next - k, start, start + latency));
    k = next;
  }
  // Every so manieth event, so that a chip which is named stays so all the way.
  const every = Math.max(1, Math.ceil((latency * rate) / 1000 / group / 2));
  const some = lots.filter(({ token }) => Math.floor(token / group) % every === 0);
  const mine = lots.filter(({ followed }) => followed);
  return lots.length <= 2 ? lots : mine.length > 0 ? mine : some;
}

/** Everything the stations and links show at `t`: counts, which stay as they are until something happens. */
export interface Moment {
  frame: Frame;
  /** `null` where the proxy passes everything on. */
  vessel: Vessel | null;
  /** Events the server and the proxy have sent, and the browser has received, and parsed. */
  framed: number;
  released: number;
  received: number;
  parsed: number;
  /** Where the followed token is, `null` once it is painted. */
  at: StepId | null;
  /** Which token or event is on a link that takes no time; −1 if none is. */
  decoding: number;
  framing: number;
  parsing: number;
}

export function momentAt(scene: Scene, t: Ms): Moment {
  const { trace, way } = scene;
  const frame = frameAt(trace, t);
  const released = countUntil(trace.proxy, t);
  return {
    frame,
    vessel: vesselOf(scene, frame),
    framed: countUntil(trace.server, t),
    released,
    // Rounded as the hops round: Step goes to the very moment at which one arrives.
    received: Math.min(released, countUntil(trace.proxy, roundMs(t - trace.scenario.latency))),
    parsed: countUntil(trace.browser, t),
    at: way.find(({ to }) => t < to)?.id ?? null,
    decoding: crossingAt(trace.model, t),
    framing: crossingAt(trace.server, t),
    parsing: crossingAt(trace.browser, t),
  };
}

/** What travels on each link, in the order of the links. */
export function travellersOf(scene: Scene, now: Moment): readonly Traveller[][] {
  const { model, server, browser } = scene.trace;
  return [
    crossing(scene, model, now.decoding, 1),
    crossing(scene, server, now.framing),
    inFlight(scene, now.received, now.released),
    crossing(scene, browser, now.parsing),
  ];
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

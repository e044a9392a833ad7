import { tickStep } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { countUntil, frameAt, type Frame, type Ms } from '../../../sim/index.ts';
import type { Scene, StepId } from './scene.ts';

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

function travellerOf(scene: Scene, k: number, group: number, at: number, many: number): Traveller {
  const token = Math.min(scene.trace.n, (k + 1) * group) - 1;
  const event = Math.floor(scene.followed / group);
  return { token, at, many, followed: event <= k && event > k - many };
}

/** Events on the way from the proxy to the browser: how many, about two of them by name, all of them as marks. */
export interface InFlight {
  count: number;
  named: Traveller[];
  /** Shares of the way at which there is something, at most 120. */
  marks: number[];
}

/** Between the proxy and the browser an event is on its way for the network latency. */
export function inFlight(scene: Scene, t: Ms): InFlight {
  const { trace } = scene;
  const { latency, group, rate } = trace.scenario;
  const sent = countUntil(trace.proxy, t);
  const arrived = latency > 0 ? countUntil(trace.proxy, t - latency) : sent;
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
    named: lots.length <= 2 ? lots : mine.length > 0 ? mine : some,
    marks: [...new Set(lots.map(({ at }) => Math.round(at * 120) / 120))],
  };
}

/** What a proxy holds, as bricks that fill a vessel row by row, byte by byte: it is full when its bytes are. */
export interface Vessel {
  level: number;
  size: number;
  rows: number;
  /** Each event's runs: `[from, to, row]`, in hundredths of the width, row 0 at the bottom. */
  bricks: Brick[];
}
export interface Brick {
  runs: (readonly [from: number, to: number, row: number])[];
  followed: boolean;
}

const ROWS = 7;

/** `null` where the proxy passes everything on. */
export function vesselOf(scene: Scene, { t, held }: Frame): Vessel | null {
  const { trace, followed } = scene;
  const { proxy, group } = trace.scenario;
  if (proxy === 'pass') return null;
  const [level, size] =
    proxy === 'bucket' ? [held.level, held.size] : [held.bytes, trace.ends.at(-1)!];
  const released = countUntil(trace.proxy, t);
  const end = (k: number) => (k < 0 ? 0 : trace.ends[k]!);
  const bottom = end(released + held.events - 1) - level;
  const inRow = size / ROWS;
  const mine = Math.floor(followed / group);
  const bricks = Array.from({ length: held.events }, (_, i) => {
    const k = released + i;
    const from = Math.max(0, end(k - 1) - bottom);
    return { runs: runs(from, end(k) - bottom, inRow), followed: k === mine };
  });
  return { level, size, rows: ROWS, bricks };
}

/** The bytes `from`…`to` as stretches of rows that hold `inRow` each. */
function runs(from: number, to: number, inRow: number): (readonly [number, number, number])[] {
  const out: (readonly [number, number, number])[] = [];
  for (let at = from; at < to - 1e-6;) {
    const row = Math.min(ROWS - 1, Math.floor(at / inRow + 1e-9));
    const end = Math.min(to, (row + 1) * inRow);
    out.push([((at - row * inRow) / inRow) * 100, ((end - row * inRow) / inRow) * 100, row]);
    if (end <= at) break;
    at = end;
  }
  return out;
}

/** Bricks as one path in a box of 100 × `rows`, a little apart where they are wide enough for it to be seen. */
export function brickPath(bricks: readonly Brick[], rows: number): string {
  const round = (x: number) => Math.round(x * 10) / 10;
  return bricks
    .flatMap(({ runs }) =>
      runs.map(([from, to, row]) => {
        const gap = to - from > 4 ? 1.2 : 0;
        const top = rows - row - 1 + 0.12;
        return `M${round(from)} ${round(top)}H${round(to - gap)}V${round(top + 0.78)}H${round(from)}Z`;
      }),
    )
    .join('');
}

/** Everything the stations and links show at `t`. */
export interface Moment {
  frame: Frame;
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
  const { group, latency } = trace.scenario;
  return {
    frame: frameAt(trace, t),
    framed: countUntil(trace.server, t),
    received: countUntil(trace.proxy, t - latency),
    parsed: countUntil(trace.browser, t),
    at: way.find(({ to }) => t < to)?.id ?? null,
    decode: crossing(scene, trace.model, 1, t),
    frames: crossing(scene, trace.server, group, t),
    network: inFlight(scene, t),
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

/** The followed token's way as a bar on a time axis from 0: shares of its width. */
export interface Bar {
  segments: { id: StepId; from: number; to: number; label: string | null }[];
  ticks: { at: number; label: string }[];
  share: (t: Ms) => number;
}

export function barOf({ way }: Scene): Bar {
  const scale = scaleLinear([0, way.at(-1)!.to * 1.04], [0, 1]).clamp(true);
  const gap = tickStep(...(scale.domain() as [number, number]), 6);
  const inSeconds = gap >= 500;
  return {
    share: scale,
    segments: way.map(({ id, name, from, to }) => ({
      id,
      from: scale(from),
      to: scale(to),
      // A name needs room: about 1 % of the bar for each letter.
      label: scale(to) - scale(from) > name.length * 0.013 ? name : null,
    })),
    // Not at the very end, where its label would have no room.
    ticks: scale
      .ticks(6)
      .filter((t) => scale(t) < 0.97)
      .map((t) => ({
        at: scale(t),
        label: inSeconds ? `${t / 1000} s` : `${t} ms`,
      })),
  };
}

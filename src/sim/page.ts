import type { Scenario } from './scenario.ts';
import { roundMs, type Ms } from './units.ts';

/** What the page made of the tokens it was given. */
export interface Page {
  /** When each token was first seen. */
  dom: Float64Array;
  /** The frames that showed something new, and how many tokens were visible from then on. */
  paints: Float64Array;
  shown: Float64Array;
  /** Spans in which the main thread drew: start, end, start, end … None of length 0. */
  busy: Float64Array;
}

/**
 * Moments that come round: number j comes at `roundMs(j·step/parts)` ms. Two numbers in place of one period,
 * because j·1000/60 is what the display does and j·16.666… is not quite.
 */
export interface Beat {
  step: Ms;
  parts: number;
}

/** The display's frames: frame j starts at `roundMs(j·1000/hz)`. */
export const frames = (hz: number): Beat => ({ step: 1000, parts: hz });

/** A timer that goes off every `every` ms. */
export const ticks = (every: Ms): Beat => ({ step: every, parts: 1 });

/** When beat number `j` comes, in ms. */
export function beatTime(j: number, { step, parts }: Beat): Ms {
  return roundMs((j * step) / parts);
}

/** The number of the first beat at or after `t`. */
export function beatAfter(t: Ms, beat: Beat): number {
  const exact = (t * beat.parts) / beat.step;
  const j = Math.ceil(exact);
  // Beats are rounded to 1 µs, so a time that sits on one may seem to lie just before or after it.
  if (j - exact > 0.999 && j > 0 && beatTime(j - 1, beat) >= t) return j - 1;
  return j - exact < 0.001 && beatTime(j, beat) < t ? j + 1 : j;
}

/** When work of `cost` ms that starts at `start` is done. Free work needs no rounding, which is most of its price. */
function after(start: Ms, cost: Ms): Ms {
  return cost > 0 ? roundMs(start + cost) : start;
}

/** Collects draws into a `Page`: paints at one time are one frame. Each piece of work is a busy span of its own. */
class Recorder {
  readonly dom: Float64Array;
  private readonly paints: Float64Array;
  private readonly shown: Float64Array;
  private readonly busy: number[] = [];
  private frames = 0;

  constructor(n: number) {
    this.dom = new Float64Array(n);
    this.paints = new Float64Array(n);
    this.shown = new Float64Array(n);
  }

  /** Tokens `from`…`to − 1` are first seen at `at`. */
  paint(from: number, to: number, at: Ms): void {
    for (let i = from; i < to; i++) this.dom[i] = at; // most draws show one token: fill() costs more than that
    if (this.frames > 0 && this.paints[this.frames - 1] === at) this.frames--;
    this.paints[this.frames] = at;
    this.shown[this.frames++] = to;
  }

  work(start: Ms, end: Ms): void {
    if (end > start) this.busy.push(start, end);
  }

  page(): Page {
    return {
      dom: this.dom,
      paints: this.paints.subarray(0, this.frames),
      shown: this.shown.subarray(0, this.frames),
      busy: Float64Array.from(this.busy),
    };
  }
}

/** Where the tokens of one answer are drawn. */
interface Canvas {
  s: Scenario;
  arrivals: Float64Array;
  chars: Float64Array;
  out: Recorder;
  display: Beat;
}

/** A draw after token i takes `cost + charcost·chars[i]`, with `charcost` in µs. */
function costOf({ s, chars }: Canvas, i: number): Ms {
  return s.charcost === 0 ? s.cost : s.cost + (s.charcost / 1000) * chars[i]!;
}

/** The frame at or after `t`. */
function onFrame({ display }: Canvas, t: Ms): Ms {
  return beatTime(beatAfter(t, display), display);
}

/** `Math.max` of two numbers. As a branch, which is guessed right, it does not make one draw wait for the one before. */
const later = (a: number, b: number) => (a > b ? a : b);

/** Nothing until the last event, then everything. */
function drawOnce(canvas: Canvas): void {
  const { arrivals, out } = canvas;
  const n = arrivals.length;
  if (n === 0) return;
  const last = arrivals[n - 1]!;
  const end = after(last, costOf(canvas, n - 1));
  out.work(last, end);
  out.paint(0, n, onFrame(canvas, end));
}

/**
 * The naive loop: take all that has arrived, handle it token by token, look again. Painted after every batch, whether it
 * yields there or not: what arrives next is a task of its own, and the browser's frame comes before it. So it is in
 * Chromium reading a real stream (`npm run validate`), and with work per token × rate = ρ > 1 the batches grow by ρ.
 */
function drawBatches(canvas: Canvas): void {
  const { arrivals, out } = canvas;
  const n = arrivals.length;
  let done = 0; // handled so far
  let free = 0;
  while (done < n) {
    const from = done;
    const start = later(free, arrivals[done]!);
    let sum = 0;
    while (done < n && arrivals[done]! <= start) sum += costOf(canvas, done++);
    free = after(start, sum);
    out.work(start, free);
    out.paint(from, done, onFrame(canvas, free));
  }
}

/** On each beat, all that has arrived in one draw. On the display's own beat it is seen when the draw ends. */
function drawBeats(canvas: Canvas, beat: Beat): void {
  const { arrivals, out, display } = canvas;
  const n = arrivals.length;
  let drawn = 0;
  let free = 0;
  let j = -1;
  while (drawn < n) {
    const from = drawn;
    j = later(j + 1, beatAfter(later(free, arrivals[drawn]!), beat));
    const start = beatTime(j, beat);
    while (drawn < n && arrivals[drawn]! <= start) drawn++;
    free = after(start, costOf(canvas, drawn - 1));
    out.work(start, free);
    out.paint(from, drawn, beat === display ? free : onFrame(canvas, free));
  }
}

/**
 * From the tokens' arrival times at the page to the frames that show them. `chars[i]` is the number of characters
 * visible once token i is.
 */
export function render(s: Scenario, arrivals: Float64Array, chars: Float64Array): Page {
  const out = new Recorder(arrivals.length);
  const canvas: Canvas = { s, arrivals, chars, out, display: frames(s.hz) };
  if (s.render === 'sync') drawOnce(canvas);
  else if (s.render === 'frame') drawBeats(canvas, canvas.display);
  else if (s.render === 'every') drawBeats(canvas, ticks(s.every));
  else drawBatches(canvas);
  return out.page();
}

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

/** Moments that come round: the display's frames, or the ticks of a timer. */
export interface Beat {
  /** How many there are per ms. */
  perMs: number;
  /** When number `j` comes, in ms. */
  at(j: number): Ms;
}

/** Frame j starts at `roundMs(j·1000/hz)`. */
export function frames(hz: number): Beat {
  return { perMs: hz / 1000, at: (j) => roundMs((j * 1000) / hz) };
}

/** Tick j of a timer that goes off every `every` ms. */
export function ticks(every: Ms): Beat {
  return { perMs: 1 / every, at: (j) => roundMs(j * every) };
}

/** The number of the first beat at or after `t`. */
export function beatAfter(t: Ms, beat: Beat): number {
  const exact = t * beat.perMs;
  const j = Math.ceil(exact);
  // Beats are rounded to 1 µs, so a time that sits on one may seem to lie just before or after it.
  if (j - exact > 0.999 && j > 0 && beat.at(j - 1) >= t) return j - 1;
  return j - exact < 0.001 && beat.at(j) < t ? j + 1 : j;
}

/** Collects draws into a `Page`: paints at one time are one frame, busy spans that touch without a yield are one. */
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

  work(start: Ms, end: Ms, yielded: boolean): void {
    if (end <= start) return;
    if (!yielded && this.busy.at(-1) === start) this.busy[this.busy.length - 1] = end;
    else this.busy.push(start, end);
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

/**
 * From the tokens' arrival times at the page to the frames that show them. `chars[i]` is the number of characters
 * visible once token i is. A draw after token i takes `cost + charcost·chars[i]`.
 *
 * `token` and `token-yield` were fitted to Chromium reading a real stream: with work per token × rate = ρ > 1 the
 * batches grow by ρ, and the naive loop paints only when it has caught up.
 */
export function render(s: Scenario, arrivals: Float64Array, chars: Float64Array): Page {
  const n = arrivals.length;
  const out = new Recorder(n);
  const cost = (i: number): Ms => s.cost + (s.charcost / 1000) * chars[i]!;
  const display = frames(s.hz);
  const onFrame = (t: Ms): Ms => display.at(beatAfter(t, display));

  if (s.render === 'sync' && n > 0) {
    const last = arrivals[n - 1]!;
    const end = roundMs(last + cost(n - 1));
    out.work(last, end, true);
    out.paint(0, n, onFrame(end));
  } else if (s.render === 'token' || s.render === 'token-yield') {
    const yields = s.render === 'token-yield';
    let done = 0; // handled so far
    let painted = 0;
    let free = 0;
    while (done < n) {
      const start = Math.max(free, arrivals[done]!);
      let sum = 0;
      while (done < n && arrivals[done]! <= start) sum += cost(done++);
      free = roundMs(start + sum);
      out.work(start, free, yields);
      if (yields || done === n || arrivals[done]! > free) {
        out.paint(painted, done, onFrame(free));
        painted = done;
      }
    }
  } else {
    // `frame` draws on the display's own beat and is seen when the draw ends; `every` on a timer's, seen at the next frame.
    const beat = s.render === 'frame' ? display : ticks(s.every);
    let drawn = 0;
    let free = 0;
    let j = -1;
    while (drawn < n) {
      const from = drawn;
      j = Math.max(j + 1, beatAfter(Math.max(free, arrivals[drawn]!), beat));
      const start = beat.at(j);
      while (drawn < n && arrivals[drawn]! <= start) drawn++;
      free = roundMs(start + cost(drawn - 1));
      out.work(start, free, true);
      out.paint(from, drawn, s.render === 'frame' ? free : onFrame(free));
    }
  }
  return out.page();
}

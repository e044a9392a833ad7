import type { Ms, Trace } from '../sim/index.ts';

/** What a real page made of an answer, in the simulator's own shape, and when each token was written to the DOM. */
export interface Recording extends Pick<Trace, 'arrivals' | 'dom' | 'paints' | 'shown' | 'busy'> {
  /** Per token: when the draw that shows it had written it to the DOM. Its work ends in `busy`. */
  writes: Float64Array;
}

/** Notes what happens on a page, token by token. Times are in ms since the request was sent, and never go back. */
export class Recorder {
  private readonly arrivals: Ms[] = [];
  private readonly writes: Ms[] = [];
  private readonly dom: Ms[] = [];
  private readonly paints: Ms[] = [];
  private readonly shown: number[] = [];
  private readonly busy: Ms[] = [];
  private inSpan = false;

  /** So many tokens more came with a `read()`. */
  arrived(tokens: number, at: Ms): void {
    for (let i = 0; i < tokens; i++) this.arrivals.push(at);
    this.pause();
  }

  /**
   * So many tokens more are in the DOM since `written`; the draw that put them there took from `start` to `end`. Draws
   * with nothing between them are one busy span, so the naive loop has one for each batch.
   */
  drew(tokens: number, start: Ms, written: Ms, end: Ms): void {
    for (let i = 0; i < tokens; i++) this.writes.push(written);
    if (this.inSpan) this.busy[this.busy.length - 1] = end;
    else if (end > start) this.busy.push(start, end);
    this.inSpan ||= end > start;
  }

  /** The next draw is another task, or another batch. */
  pause(): void {
    this.inSpan = false;
  }

  /** A frame with all that is in the DOM went to the screen. One that shows nothing new is no paint. */
  painted(at: Ms): void {
    const tokens = this.writes.length;
    if (tokens === this.dom.length) return;
    while (this.dom.length < tokens) this.dom.push(at);
    this.paints.push(at);
    this.shown.push(tokens);
  }

  /** Tokens in the DOM. */
  get drawn(): number {
    return this.writes.length;
  }

  recording(): Recording {
    return {
      arrivals: Float64Array.from(this.arrivals),
      writes: Float64Array.from(this.writes),
      dom: Float64Array.from(this.dom),
      paints: Float64Array.from(this.paints),
      shown: Float64Array.from(this.shown),
      busy: Float64Array.from(this.busy),
    };
  }
}

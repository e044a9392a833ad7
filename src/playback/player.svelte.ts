import type { Ms } from '../sim/index.ts';
import type { Clock, ClockFactory } from './clock.ts';
import { frameClock } from './frameClock.ts';

export const speeds = [0.1, 0.25, 0.5, 1, 2, 4] as const;

/** With reduced motion, playing shows a still every so often (real ms) in place of gliding. */
const STILL: Ms = 500;

/** How often words follow the playhead (real ms). */
const READING: Ms = 100;

interface Options {
  /** How long there is something to see. Asked anew each time, since settings change it. */
  duration: () => Ms;
  /** The moment shown before anybody touches the figure. */
  poster: () => Ms;
  /** The moments at which the picture changes, ascending: what Step goes to. */
  events: () => Float64Array;
  /** Where to start in place of the poster. */
  start?: Ms | null;
  /** Simulated ms per real ms, until the reader chooses. */
  speed?: number;
  /** Fetched when the reader first plays. */
  loadClock?: (() => Promise<ClockFactory>) | undefined;
}

/**
 * Owns a figure's `t`. Play, pause, step, seek and speed; suspends by itself while the figure cannot be seen
 * and goes on afterwards, but what the reader paused stays paused.
 */
export class Player {
  playing = $state(false);
  speed = $state<number>(1);
  /** Steps in place of gliding. Set from prefers-reduced-motion. */
  still = $state(false);
  /** Where the reader (or a link) has put it; `null` while the poster shows. To read: `seek` moves it. */
  chosen: Ms | null = $state.raw(null);
  private clock: Clock | undefined;
  /** One clock, however often Play is pressed before it has come. */
  private fetched: Promise<void> | undefined;
  private readonly suspended = new Set<string>();

  private readonly options: Options;

  constructor(options: Options) {
    this.options = options;
    this.chosen = options.start ?? null;
    this.speed = options.speed ?? 1;
  }

  /** Where the picture stands. The poster until the reader moves it; never past the end. */
  get t(): Ms {
    return Math.min(this.chosen ?? this.options.poster(), this.duration);
  }

  /** `t` for words: while it plays, ten readings a second are as many as anybody follows, and a sixth of the work. */
  readonly readout: Ms = $derived.by(() => {
    const beat = READING * this.speed;
    return this.playing ? Math.floor(this.t / beat) * beat : this.t;
  });

  get duration(): Ms {
    return this.options.duration();
  }

  /** Nobody has touched it: the poster is showing. */
  get untouched(): boolean {
    return this.chosen === null;
  }

  get atEnd(): boolean {
    return this.t >= this.duration;
  }

  async play(): Promise<void> {
    this.playing = true;
    if (this.untouched || this.atEnd) this.chosen = 0;
    this.fetched ??= this.fetchClock().then(
      (create) => void (this.clock = create(this.listener())),
    );
    await this.fetched;
    this.run();
  }

  pause(): void {
    this.playing = false;
    this.clock?.stop();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else void this.play();
  }

  /** Goes to `t` and, when playing, plays on from there. */
  seek(t: Ms): void {
    this.chosen = Math.min(Math.max(0, t), this.duration);
    this.run();
  }

  /** The next moment at which something changes, in either direction; then the picture rests there. */
  step(direction: 1 | -1): void {
    this.pause();
    const events = this.options.events();
    const t = this.t;
    const next = direction > 0 ? events.find((e) => e > t) : events.findLast((e) => e < t);
    this.chosen = next ?? (direction > 0 ? this.duration : 0);
  }

  restart(): void {
    this.seek(0);
  }

  /** Back to the poster, as if untouched. */
  reset(): void {
    this.pause();
    this.chosen = null;
  }

  setSpeed(speed: number): void {
    this.speed = speed;
    this.run();
  }

  /** Settings changed under a running clock: go on from here to the new end. */
  refresh(): void {
    this.run();
  }

  /** Stops the clock for `reason` without giving up playing; `resume` with the same reason goes on. */
  suspend(reason: string): void {
    this.suspended.add(reason);
    this.clock?.stop();
  }

  resume(reason: string): void {
    if (this.suspended.delete(reason)) this.run();
  }

  destroy(): void {
    this.pause();
  }

  private run(): void {
    if (!this.playing || this.suspended.size > 0) return;
    this.clock?.play(this.t, this.duration, this.speed);
  }

  private listener() {
    return {
      onTime: (t: Ms) => {
        const pace = STILL * this.speed;
        if (!this.still || t >= this.duration || Math.abs(t - this.t) >= pace) this.chosen = t;
      },
      onEnd: () => {
        this.chosen = this.duration;
        this.playing = false;
      },
    };
  }

  private async fetchClock(): Promise<ClockFactory> {
    try {
      return (await this.options.loadClock?.()) ?? frameClock;
    } catch {
      return frameClock; // the chunk did not come: play all the same
    }
  }
}

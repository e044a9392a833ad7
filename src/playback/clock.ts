import type { Ms } from '../sim/index.ts';

/** What moves a figure: counts simulated time from one moment to another at a chosen speed. */
export interface Clock {
  /** Runs from `from` to `to` at `rate` simulated ms per real ms, telling each time on the way and then the end. */
  play(from: Ms, to: Ms, rate: number): void;
  stop(): void;
}

export interface ClockListener {
  onTime(t: Ms): void;
  onEnd(): void;
}

export type ClockFactory = (listener: ClockListener) => Clock;

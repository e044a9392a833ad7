import type { Ms } from '../sim/index.ts';
import type { Clock, ClockFactory } from './clock.ts';

/** A clock that tests move by hand: `advance(16)` is sixteen real milliseconds. */
export function manualClock(): {
  factory: ClockFactory;
  advance(ms: Ms): void;
  running(): boolean;
} {
  let run: ((ms: Ms) => void) | undefined;
  const factory: ClockFactory = ({ onTime, onEnd }): Clock => ({
    play(from, to, rate) {
      let t = from;
      run = (ms) => {
        t = Math.min(to, t + ms * rate);
        onTime(t);
        if (t < to) return;
        run = undefined;
        onEnd();
      };
    },
    stop: () => (run = undefined),
  });
  return { factory, advance: (ms) => run?.(ms), running: () => run !== undefined };
}

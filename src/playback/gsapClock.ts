import { gsap } from 'gsap';
import type { ClockFactory } from './clock.ts';

// Ticks until it looks whether anything still moves, and sleeps if not: the 120 of its own would be two seconds of work.
gsap.config({ autoSleep: 4 });

/** The site's clock: one linear GSAP tween of a playhead. Nothing else is ever tweened. */
export const gsapClock: ClockFactory = ({ onTime, onEnd }) => {
  let tween: gsap.core.Tween | undefined;
  return {
    play(from, to, rate) {
      tween?.kill();
      const playhead = { t: from };
      tween = gsap.to(playhead, {
        t: to,
        duration: Math.max(0, to - from) / 1000,
        ease: 'none',
        onUpdate: () => onTime(playhead.t),
        onComplete: onEnd,
      });
      tween.timeScale(rate);
    },
    stop() {
      tween?.kill();
      tween = undefined;
    },
  };
};

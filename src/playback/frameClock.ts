import type { ClockFactory } from './clock.ts';

/** A clock on requestAnimationFrame alone: for embeds, and for when GSAP cannot be fetched. */
export const frameClock: ClockFactory = ({ onTime, onEnd }) => {
  let request = 0;
  const stop = () => cancelAnimationFrame(request);
  return {
    play(from, to, rate) {
      stop();
      let start: number | undefined;
      const tick = (now: number) => {
        start ??= now;
        const t = Math.min(to, from + (now - start) * rate);
        if (t < to) request = requestAnimationFrame(tick);
        onTime(t);
        if (t >= to) onEnd();
      };
      request = requestAnimationFrame(tick);
    },
    stop,
  };
};

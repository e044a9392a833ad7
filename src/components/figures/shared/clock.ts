import type { ClockFactory } from '../../../playback/clock.ts';

/** The site's clock, fetched when a reader first plays. Embeds bring a smaller one. */
export const loadGsap = async (): Promise<ClockFactory> =>
  (await import('../../../playback/gsapClock.ts')).gsapClock;

import type { ClockFactory } from '../../../playback/clock.ts';

/** What a page tells a figure; the same for every figure. */
export interface FigureProps {
  /** Its name on the page: the anchor, and what numbers in the prose refer to. */
  id: string;
  /** Settings to start with, as a query string. */
  start?: string;
  title?: string;
  /** Whether its settings stand in the page's address. */
  address?: boolean;
  /** Whether all settings are shown at once. */
  full?: boolean;
  /** The clock, fetched when the reader first plays. The default is GSAP. */
  loadClock?: () => Promise<ClockFactory>;
}

import type { ClockFactory } from '../../../playback/clock.ts';
import { addTexts, type Texts } from '../../../sim/texts/late.ts';
import { announce } from './directory.ts';
import { keepAddress } from './keepAddress.ts';
import type { AwakeFigure, FigureProps } from './props.ts';
import { fetchText } from './texts.ts';

/** What a page of the site asks of a figure. */
export interface SiteProps extends Pick<FigureProps, 'id' | 'title' | 'full'> {
  start?: string;
  /** Whether its settings stand in the page's address. */
  address?: boolean;
  /** What `start` needs of what is fetched later. */
  texts?: Texts | undefined;
}

/** GSAP's clock, fetched when a reader first plays. Embeds do without it. */
const loadGsap = async (): Promise<ClockFactory> =>
  (await import('../../../playback/gsapClock.ts')).gsapClock;

/** A figure's props on the site: GSAP keeps time, texts come when they are chosen, numbers in the prose find it, and the address may follow it. */
export function onSite({ address = false, texts = {}, ...page }: SiteProps): FigureProps {
  addTexts(texts);
  const onawake = (figure: AwakeFigure, resumed = false) => {
    const stops = [announce(figure.id, figure)];
    // What stood in the address has just failed: from here on the address follows.
    if (address) stops.push(keepAddress(figure, !resumed));
    return () => stops.forEach((stop) => stop());
  };
  return { ...page, loadClock: loadGsap, prepare: fetchText, onawake };
}

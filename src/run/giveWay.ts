import type { Ms } from '../sim/index.ts';
import type { Browser } from './screen.ts';

/**
 * A batch that has kept the page busy for so long pauses, ms. Not every browser tells that somebody presses something, and
 * none tells in the middle of a task that the page is left: without it a batch of minutes could not be stopped.
 */
export const LONGEST_BATCH = 5000;

interface When extends Pick<Browser, 'post'> {
  /** Does somebody press something? https://wicg.github.io/is-input-pending/ */
  inputPending: () => boolean;
  signal: AbortSignal;
}

/**
 * What a batch is asked between two draws (`Screen.between`): gives the browser a turn, where there is reason to.
 * It throws, and what it returns rejects, with the signal's reason.
 */
export function givingWay({ post, inputPending, signal }: When) {
  return (busyFor: Ms): Promise<void> | undefined => {
    signal.throwIfAborted();
    if (busyFor < LONGEST_BATCH && !inputPending()) return;
    return new Promise<void>(post).then(() => signal.throwIfAborted());
  };
}

import type { Ms } from '../../sim/index.ts';
import { random } from '../../sim/random.ts';
import type { WireSettings } from '../settings.ts';

/** ms */
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** A batch as it is kept. */
export interface Batched {
  /** When it was accepted, ms since 1970. */
  created: Ms;
  /** How many requests it has. */
  count: number;
  settings: WireSettings;
  /** When somebody cancelled it, ms of its day. */
  cancelled: Ms | null;
}

/** What becomes of a batch. Times are ms of its day, which begins when it is accepted. */
interface Course {
  /** How many of them are done at a time. */
  doneAt: (t: Ms) => number;
  /** When the last one is done that is done at all. */
  end: Ms;
  /** How many are done in the end. The rest has expired, or was cancelled. */
  done: number;
}

/** What time of a batch's day it is: a day takes `dayms`. */
export const timeOf = ({ created, settings }: Batched, now: Ms): Ms =>
  ((now - created) * DAY) / settings.dayms;

/** What time it was, ms since 1970, for who believes that days are long. */
export const dateOf = ({ created }: Batched, t: Ms): Ms => Math.round(created + t);

/**
 * One request after the other, in a seeded order, evenly over `batchhours` from `begin` on. After 24 h nothing is
 * begun any more; after a cancellation only the request that is being worked on is finished.
 */
export function courseOf({ count, settings, cancelled }: Batched, begin: Ms = 0): Course {
  const each = (settings.batchhours * 60 * MINUTE) / count;
  // Sums of fractions: the last one is done at the hour, not a millionth of a millisecond after it.
  const doneAt = (t: Ms) =>
    t < begin ? 0 : each === 0 ? count : Math.min(count, Math.floor((t - begin) / each + 1e-9));
  const inTime = doneAt(DAY);
  const done =
    cancelled === null ? inTime : Math.min(inTime, cancelled < begin ? 0 : doneAt(cancelled) + 1);
  const end = done < count && cancelled === null ? DAY : begin + done * each;
  return {
    doneAt: (t) => Math.min(done, doneAt(t)),
    end: Math.max(cancelled ?? 0, end),
    done,
  };
}

/**
 * A batch's requests, by number, in the order in which they are done, by its seed (Fisher and Yates). Never the order
 * in which they came.
 */
export function orderOf({ count, settings }: Batched): number[] {
  const draw = random(settings.seed, 'batch');
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(draw() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order.every((n, i) => n === i) ? order.reverse() : order;
}

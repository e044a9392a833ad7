import { beatAfter, beatTime, ticks } from './page.ts';
import { roundMs, type Ms } from './units.ts';

/*
 * How word of a job reaches whoever waits for it. Like the stages of one response, each is a pure function from the
 * times at which there is something to tell to the times at which it gets through: same length, same order,
 * out[i] ≥ in[i].
 */

/**
 * When a client that asks every `every` ms hears of each thing. Question j leaves at `j·every`, is at the server
 * `latency` later, and what the server knows by then is back after as long again. Question 0 is the submission.
 * So it is heard `every/2 + latency` late on average and less than `every + latency` late at worst.
 * https://learn.microsoft.com/azure/architecture/patterns/async-request-reply
 */
export function poll(arrivals: Float64Array, every: Ms, latency: Ms): Float64Array {
  const beat = ticks(every);
  return arrivals.map((t) => {
    const asked = beatTime(beatAfter(Math.max(0, roundMs(t - latency)), beat), beat);
    return roundMs(asked + 2 * latency);
  });
}

/**
 * A stream that can be resumed: the connection is gone from `from` until `until`, what happens meanwhile goes into a
 * log, and the log is replayed when the client is back. Nothing is lost.
 */
export function cut(arrivals: Float64Array, from: Ms, until: Ms): Float64Array {
  return arrivals.map((t) => (t >= from && t < until ? until : t));
}

/** Work that lives and dies with its connection: not done by `from`, it begins again at `until`. */
export function startOver(arrivals: Float64Array, from: Ms, until: Ms): Float64Array {
  const done = arrivals.at(-1) ?? 0;
  return done < from ? arrivals : arrivals.map((t) => roundMs(until + t));
}

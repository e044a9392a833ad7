import type { Ms, Wire } from '../sim/index.ts';
import { encoders, roundMs } from '../sim/index.ts';
import type { Browser } from './screen.ts';

/** Bytes that arrive together, and when: ms since the request was sent. */
export interface Arrival {
  at: Ms;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * The simulated wire as it reaches the browser: each SSE event when it has left the proxy and crossed the network.
 * What the server writes before the first event comes with it, and what it writes last comes with the last one.
 */
export function arrivalsOf({ scenario, tokens, proxy, n }: Wire): Arrival[] {
  const { group, latency, dialect } = scenario;
  const encoder = encoders[dialect];
  const utf8 = new TextEncoder();
  return Array.from(proxy, (at, k) => {
    const text = tokens.text.slice(k * group, Math.min(n, (k + 1) * group)).join('');
    const opening = k === 0 ? encoder.opening() : '';
    const closing = k === proxy.length - 1 ? encoder.closing(n) : '';
    return {
      at: roundMs(at + latency),
      bytes: utf8.encode(opening + encoder.delta(text) + closing),
    };
  });
}

/**
 * Bytes on an absolute schedule, as a network hands them to a page: whoever reads gets all that has arrived by then as
 * one chunk, and waits for the next if that is nothing. Each chunk comes in a task of its own, also one that is due: read
 * at once, batch would follow batch in one task, and a busy page would not paint between them. What is late does not make
 * the rest late. `signal` breaks the stream off, with its reason.
 */
export function paced(
  arrivals: readonly Arrival[],
  { now, after, post }: Pick<Browser, 'now' | 'after' | 'post'>,
  signal?: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next = 0;
  type Controller = ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  const start = (controller: Controller) =>
    signal?.addEventListener('abort', () => controller.error(signal.reason));
  const pull = (controller: Controller): Promise<void> | undefined => {
    const ahead = arrivals[next];
    if (!ahead) {
      controller.close();
      return;
    }
    return new Promise<void>((resolve) => {
      const give = () => {
        if (signal?.aborted) return;
        const from = next;
        while (next < arrivals.length && arrivals[next]!.at <= now()) next++;
        if (next > from) controller.enqueue(joined(arrivals.slice(from, next)));
        resolve(next > from ? undefined : pull(controller)); // timers may go off too early
      };
      const delay = ahead.at - now();
      if (delay > 0) after(delay, give);
      else post(give);
    });
  };
  // Nothing is taken ahead of a reader: what has arrived waits here, and more of it may come.
  return new ReadableStream({ start, pull }, { highWaterMark: 0 });
}

function joined(arrivals: readonly Arrival[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(arrivals.reduce((sum, { bytes: { length } }) => sum + length, 0));
  let at = 0;
  for (const arrival of arrivals) {
    bytes.set(arrival.bytes, at);
    at += arrival.bytes.length;
  }
  return bytes;
}

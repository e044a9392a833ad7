import { bucketBound } from './stages.ts';
import type { Trace } from './trace.ts';
import type { Ms } from './units.ts';

/** Where everything is at one moment. Counts are of answer tokens unless they say otherwise. */
export interface Frame {
  t: Ms;
  /** Tokens that have left each hop; `dom` is what a reader can see. */
  model: number;
  server: number;
  proxy: number;
  browser: number;
  dom: number;
  /** Code points a reader can see. */
  chars: number;
  /**
   * Events the proxy has not passed on whole, and their bytes (some may have left in a full bucket); and how full the
   * bucket being filled is, in bytes, of what size (0 where there is none).
   */
  held: { events: number; bytes: number; level: number; size: number };
  /** The main thread is drawing: an input now waits. */
  busy: boolean;
  done: boolean;
}

/** How many of the ascending `times` are at or before `t`. */
export function countUntil(times: Float64Array, t: Ms): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (times[mid]! <= t) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** The state of a trace at time `t`. The same frame whatever was asked before. */
export function frameAt(trace: Trace, t: Ms): Frame {
  const { scenario: s, n, ends } = trace;
  const events = (times: Float64Array) => countUntil(times, t);
  const tokens = (k: number) => Math.min(n, k * s.group);
  const framed = events(trace.server);
  const released = events(trace.proxy);
  const bytes = (k: number) => (k > 0 ? ends[k - 1]! : 0);
  const dom = countUntil(trace.dom, t);
  const spans = countUntil(trace.busy, t);
  return {
    t,
    model: countUntil(trace.model, t),
    server: tokens(framed),
    proxy: tokens(released),
    browser: tokens(events(trace.browser)),
    dom,
    chars: dom > 0 ? trace.chars[dom - 1]! : 0,
    held: {
      events: framed - released,
      bytes: bytes(framed) - bytes(released),
      ...bucket(trace, bytes(framed), framed > released),
    },
    busy: spans % 2 === 1,
    done: dom === n,
  };
}

/** How full the bucket being filled is when `written` bytes have come in. Empty when no event waits: full, or closed. */
function bucket(
  { scenario: s }: Trace,
  written: number,
  waiting: boolean,
): { level: number; size: number } {
  if (s.proxy !== 'bucket') return { level: 0, size: 0 };
  const bound = bucketBound(written, s.bucket, s.header);
  const first = bucketBound(0, s.bucket, s.header);
  const size = bound === first ? first : s.bucket;
  return { level: waiting ? written - (bound - size) : 0, size };
}

/** How long an input at `t` waits: until the end of the busy span it falls in. */
export function inputDelay({ busy }: Pick<Trace, 'busy'>, t: Ms): Ms {
  const spans = countUntil(busy, t);
  return spans % 2 === 1 ? busy[spans]! - t : 0;
}

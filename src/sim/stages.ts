import { gamma, random } from './random.ts';
import type { Scenario } from './scenario.ts';
import { roundMs, type Ms } from './units.ts';

/*
 * The hops before the page. Each stage is a pure function from arrival times to departure times:
 * same length, same order, out[i] ≥ in[i].
 */

/**
 * When the model emits each of `n` answer tokens. The first token of any kind comes at `ttft`, each later one
 * `(1000/rate)·g + stall` after the one before: g gamma-distributed with mean 1 and coefficient of variation
 * `jitter`, stalls rare. Hidden reasoning tokens come first and take the same time.
 */
export function decode(s: Scenario, n: number): Float64Array {
  const out = new Float64Array(n);
  const gap = 1000 / s.rate;
  const even = s.jitter === 0 && (s.stall === 0 || s.stallms === 0);
  if (even) {
    for (let i = 0; i < n; i++) out[i] = roundMs(s.ttft + (s.reasoning + i) * gap);
    return out;
  }
  const stretch = gamma(random(s.seed, 'gap'), s.jitter);
  const chance = random(s.seed, 'stall');
  let t = s.ttft;
  for (let i = -s.reasoning; i < n; i++) {
    if (i > -s.reasoning) t += gap * stretch() + (chance() * 100 < s.stall ? s.stallms : 0);
    if (i >= 0) out[i] = roundMs(t);
  }
  return out;
}

/** When each event is complete: with the last of its `group` tokens. The last event may be short. */
export function gather(arrivals: Float64Array, group: number): Float64Array {
  if (group === 1) return arrivals;
  const last = arrivals.length - 1;
  const out = new Float64Array(Math.ceil(arrivals.length / group));
  for (let k = 0; k < out.length; k++) out[k] = arrivals[Math.min(k * group + group - 1, last)]!;
  return out;
}

/**
 * When each event leaves a first-come worker that takes `service` ms per event, `delay` ms after it was sent there.
 * `out[i] = max(out[i−1], arrivals[i] + delay) + service`.
 */
export function serve(arrivals: Float64Array, service: Ms, delay: Ms = 0): Float64Array {
  const out = new Float64Array(arrivals.length);
  let free = 0; // in µs: as whole numbers the chain from event to event needs no division, which doubles its speed
  for (let i = 0; i < out.length; i++) {
    const arrival = (arrivals[i]! + delay) * 1000;
    // A branch, which the processor guesses: few events wait. Math.max would tie each event to the one before.
    const start = arrival > free ? arrival : free;
    free = Math.floor(start + service * 1000 + 0.5);
    out[i] = free / 1000;
  }
  return out;
}

/** Nothing leaves before the last event is in: compression over a buffering proxy, gateways that buffer. */
export function hold(arrivals: Float64Array): Float64Array {
  return new Float64Array(arrivals.length).fill(arrivals.at(-1) ?? 0);
}

/** Where the bucket that holds byte `end` ends. The first bucket also carries the response headers. */
export function bucketBound(end: number, bucket: number, header: number): number {
  const first = Math.max(1, bucket - header);
  return first + bucket * Math.ceil(Math.max(0, end - first) / bucket);
}

/**
 * nginx reading an HTTP/1.0 upstream (its default before 1.29.7): an event leaves when the bucket holding its last
 * byte is full, or when the upstream closes. `ends[k]` is the number of bytes written up to and including event k.
 * Measured on nginx 1.22 and 1.31, see the sources page; why: https://github.com/nginx/nginx/blob/master/src/event/ngx_event_pipe.c
 */
export function fillBuckets(
  arrivals: Float64Array,
  ends: Float64Array,
  bucket: number,
  header: number,
): Float64Array {
  const out = new Float64Array(arrivals.length);
  const close = arrivals.at(-1) ?? 0;
  let j = 0;
  for (let k = 0; k < out.length; k++) {
    const bound = bucketBound(ends[k]!, bucket, header);
    if (j < k) j = k;
    while (j < out.length && ends[j]! < bound) j++;
    out[k] = arrivals[j] ?? close;
  }
  return out;
}

/** The proxy's policy, applied. */
export function proxy(s: Scenario, arrivals: Float64Array, ends: Float64Array): Float64Array {
  if (s.proxy === 'bucket') return fillBuckets(arrivals, ends, s.bucket, s.header);
  return s.proxy === 'hold' ? hold(arrivals) : arrivals;
}

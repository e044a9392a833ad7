import { andes, feelsFast, fluidity, readerTargets, wait } from './scores.ts';
import type { Trace } from './trace.ts';
import { roundMs, type Ms } from './units.ts';

/** Between consecutive times: mean, percentiles (linear between ranks) and the longest. */
export interface Gaps {
  mean: Ms;
  p50: Ms;
  p95: Ms;
  p99: Ms;
  longest: Ms;
}

/** Milliseconds and counts; `null` where a measure is undefined (the mean gap of one token). */
export interface Metrics {
  tokens: number;
  events: number;
  bytes: number;
  /** First token of any kind, hidden or not, at the model. */
  ttft: Ms | null;
  /** First answer token at the model. */
  timeToAnswer: Ms | null;
  firstParsed: Ms | null;
  lastParsed: Ms | null;
  /** First and last token seen. */
  firstPaint: Ms | null;
  lastPaint: Ms | null;
  /** The last token seen: what the whole answer took. */
  total: Ms | null;
  paints: number;
  /** Between tokens as they reach the page; other hops: `gaps(tokenTimes(trace, hop))`. */
  gap: Gaps | null;
  /** The chunk gap: between events as they reach the page, and between paints. */
  eventGap: Gaps | null;
  paintGap: Gaps | null;
  longestPaintGap: Ms | null;
  frozen: Ms;
  /** Busy spans over 50 ms, and the longest busy span of any length. */
  longTasks: number;
  longestTask: Ms | null;
  tpot: Record<keyof typeof tpotBy, Ms | null>;
  qoe: number | null;
  fluidity: number | null;
  wait: Ms | null;
  feelsFast: number | null;
}

/** A gap between paints longer than this is felt as frozen; the part above it is counted. */
export const FREEZE: Ms = 250;
/** A task longer than this is a long task, https://web.dev/articles/optimize-long-tasks */
export const LONG_TASK: Ms = 50;

/** Gaps between consecutive times, or `null` when there are none. */
export function gaps(times: Float64Array): Gaps | null {
  if (times.length < 2) return null;
  const sorted = times
    .slice(1)
    .map((t, i) => roundMs(t - times[i]!))
    .sort();
  const at = (p: number) => {
    const rank = p * (sorted.length - 1);
    const low = Math.floor(rank);
    const below = sorted[low]!;
    return below + (rank - low) * ((sorted[low + 1] ?? below) - below);
  };
  const mean = (times.at(-1)! - times[0]!) / (times.length - 1);
  return { mean, p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: sorted.at(-1)! };
}

/** A stretch of time: from, to. */
export type Span = readonly [from: Ms, to: Ms];

/** Where nothing new was painted for more than 250 ms: what each such gap between paints exceeds it by. */
export function frozenSpans(paints: Float64Array): Span[] {
  const spans: Span[] = [];
  for (let i = 1; i < paints.length; i++) {
    const from = roundMs(paints[i - 1]! + FREEZE);
    if (paints[i]! > from) spans.push([from, paints[i]!]);
  }
  return spans;
}

/** The busy spans that are long tasks. */
export function longTaskSpans(busy: Float64Array): Span[] {
  return spansOf(busy).filter((span) => lengthOf(span) > LONG_TASK);
}

function spansOf(busy: Float64Array): Span[] {
  return Array.from({ length: busy.length / 2 }, (_, i) => [busy[2 * i]!, busy[2 * i + 1]!]);
}

const lengthOf = ([from, to]: Span): Ms => roundMs(to - from);

/** Σ over consecutive paints of what their gap exceeds 250 ms by. */
export function frozenTime(paints: Float64Array): Ms {
  return roundMs(frozenSpans(paints).reduce((sum, span) => sum + lengthOf(span), 0));
}

type TimePerToken = (first: Ms, last: Ms, n: number) => Ms | null;
const withoutFirst: TimePerToken = (first, last, n) => (n > 1 ? (last - first) / (n - 1) : null);
const withFirst: TimePerToken = (_first, last, n) => last / n;

/** "Time per output token" as each tool's own code computes it; the sources page links to each. */
export const tpotBy = {
  vllm: withoutFirst,
  aiperf: withoutFirst,
  etalon: withoutFirst,
  mlperf: withoutFirst,
  guidellm: withFirst,
  llmperf: withFirst,
} satisfies Record<string, TimePerToken>;

/** Every tool's TPOT for tokens that arrive at `times`. */
export function tpot(times: Float64Array): Metrics['tpot'] {
  const first = times[0];
  const entries = Object.entries(tpotBy).map(([tool, per]) => [
    tool,
    first === undefined ? null : per(first, times.at(-1)!, times.length),
  ]);
  return Object.fromEntries(entries) as Metrics['tpot'];
}

/** All measures of one trace. */
export function metrics(trace: Trace): Metrics {
  const { scenario: s, dom, paints, busy } = trace;
  const seen = dom.length > 0;
  const frozen = frozenTime(paints);
  const paintGap = gaps(paints);
  const tasks = Float64Array.from(spansOf(busy), lengthOf);
  const felt = seen
    ? wait({ firstPaint: dom[0]!, lastPaint: dom.at(-1)!, frozen }, s.weight)
    : null;
  return {
    tokens: trace.n,
    events: trace.server.length,
    bytes: trace.ends.at(-1) ?? 0,
    ttft: seen ? roundMs(s.ttft) : null,
    timeToAnswer: trace.model[0] ?? null,
    firstParsed: trace.browser[0] ?? null,
    lastParsed: trace.browser.at(-1) ?? null,
    firstPaint: dom[0] ?? null,
    lastPaint: dom.at(-1) ?? null,
    total: dom.at(-1) ?? null,
    paints: paints.length,
    gap: gaps(trace.arrivals),
    eventGap: gaps(trace.browser),
    paintGap,
    longestPaintGap: paintGap?.longest ?? null,
    frozen,
    longTasks: longTaskSpans(busy).length,
    longestTask: tasks.sort().at(-1) ?? null,
    tpot: tpot(trace.arrivals),
    qoe: andes(dom, readerTargets),
    fluidity: fluidity(dom, readerTargets),
    wait: felt,
    feelsFast: felt === null ? null : feelsFast(felt),
  };
}

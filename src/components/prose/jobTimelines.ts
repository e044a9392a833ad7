import { area, curveStepAfter, line } from 'd3-shape';
import { cut, poll, startOver } from '../../sim/delivery.ts';
import { hold, serve } from '../../sim/stages.ts';
import type { Ms } from '../../sim/index.ts';
import { steps } from '../../sim/researchAgent.ts';

/** One way, between the client and the server. */
export const LATENCY: Ms = 50;
/** Between two questions of a client that polls. */
export const EVERY: Ms = 5_000;
/** When there is no connection. Two reports fall into it. */
export const DROP = { from: 10_000, until: 14_000 } as const;
/** The end of the time axis. */
export const SPAN: Ms = 40_000;

/** Every report, in order: "retrieve", "execute 3 of 6". */
export const reports = steps.flatMap(({ name, reports }) =>
  reports.map((ready, k) => ({
    label: reports.length > 1 ? `${name}, ${k + 1} of ${reports.length}` : name,
    ready,
  })),
);

/** When the server knows of each. */
export const ready = Float64Array.from(reports, (report) => report.ready);

export interface Row {
  id: 'plain' | 'poll' | 'push' | 'tied' | 'resumed';
  name: string;
  note: string;
  /** When each report is seen, for good. */
  seen: Float64Array;
  /** Seen, and then of no more use. */
  lost?: Float64Array;
  /** Moments at which the client asks. */
  asks?: readonly Ms[];
  drop?: boolean;
}

const pushed = (sent: Float64Array) => serve(sent, 0, LATENCY);
const before = (times: Float64Array, end: Ms) => times.filter((t) => t < end);
const total = ready.at(-1)!;
const questions = Array.from({ length: total / EVERY }, (_, j) => (j + 1) * EVERY);
const s = (t: Ms) => `${t / 1000}\u00a0s`;
const gone = `cut off from ${DROP.from / 1000} to ${s(DROP.until)}`;
const kept = before(ready, DROP.from).length;

/** The same work, delivered in five ways. */
export const rows: readonly Row[] = [
  {
    id: 'plain',
    name: 'Plain call',
    note: `${s(total)} of spinner`,
    seen: pushed(hold(ready)),
  },
  {
    id: 'poll',
    name: 'Poll',
    note: `asks every ${s(EVERY)}, ${questions.length} times`,
    seen: poll(ready, EVERY, LATENCY),
    asks: questions,
  },
  { id: 'push', name: 'Push', note: 'each report as an event', seen: pushed(ready) },
  {
    id: 'tied',
    name: 'Push, not resumable',
    note: `${gone}: starts over`,
    seen: pushed(startOver(ready, DROP.from, DROP.until)),
    lost: before(pushed(ready), DROP.from),
    drop: true,
  },
  {
    id: 'resumed',
    name: 'Push, resumable',
    note: `${gone}: replays what came after event ${kept}`,
    seen: pushed(cut(ready, DROP.from, DROP.until)),
    drop: true,
  },
];

export const row = (id: Row['id']): Row => rows.find((each) => each.id === id)!;

/** When there is first something to see. */
export const firstSeen = ({ lost, seen }: Row): Ms => lost?.[0] ?? seen[0]!;

/** How much later than it was ready each report is seen, on average. */
export function meanDelay({ seen }: Row): Ms {
  return seen.reduce((sum, t, i) => sum + t - ready[i]!, 0) / seen.length;
}

/** The box that paths are drawn in; it stretches to whatever room there is. */
export const box = { width: 1000, height: 100 } as const;

export const across = (t: Ms): number => (t / SPAN) * box.width;

type Point = [t: Ms, known: number];

/** Reports known over time: none, then one more at each of `times`, until `end`. */
function staircase(times: Float64Array, end: Ms): Point[] {
  return [[0, 0], ...Array.from(times, (t, i): Point => [t, i + 1]), [end, times.length]];
}

const x = ([t]: Point) => across(t);
const y = ([, known]: Point) => box.height * (1 - known / reports.length);
const fill = area<Point>().x(x).y0(box.height).y1(y).curve(curveStepAfter).digits(1);
const edge = line<Point>().x(x).y(y).curve(curveStepAfter).digits(1);

/** What there is to know: the work as it goes when nothing interrupts it. */
export const workPath: string = edge(staircase(ready, total))!;

/** What is known to whoever waits, up to the result: the area and its upper edge. */
export function knownPaths({ seen }: Row): { fill: string; edge: string } {
  const points = staircase(seen, seen.at(-1)!);
  return { fill: fill(points)!, edge: edge(points)! };
}

/** What was known, and gone with the connection. */
export function lostPath({ lost }: Row): string | null {
  return lost ? edge([...staircase(lost, DROP.from), [DROP.from, 0]]) : null;
}

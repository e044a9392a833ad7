import type { Ms } from '../../sim/index.ts';
import type { WireClock } from '../clock.ts';
import type { Frame } from '../frames.ts';
import { Refusal, type Json } from '../http.ts';
import { eventsIn } from './responsesFrames.ts';
import type { Wire } from '../wire.ts';

/** One response, from when it is asked for: what is said when is known, so that nothing has to go on for it. */
export interface Run {
  id: string;
  /** On the server's clock. */
  start: Ms;
  background: boolean;
  /** Created with `stream: true`: only those can be streamed again. */
  streamed: boolean;
  /** Every event that has been or will be said, in ms since `start`. */
  log: Frame[];
  /** Aborted when it is cancelled: streams of it end then. */
  cancel: AbortController;
}

/** How long a response is kept after its end. https://developers.openai.com/api/docs/guides/background */
const kept: Ms = 10 * 60_000;

const endOf = ({ start, log }: Run): Ms => start + (log.at(-1)?.at ?? 0);

/** The response as its stream told it last, `since` ms after it was asked for. */
export function responseAt({ log, cancel }: Run, since: Ms): Json {
  const told = log
    .filter(({ at }) => at <= since)
    .flatMap(({ text }) => eventsIn(text))
    .findLast((event) => event.includes('"response":{'))!;
  const { response } = JSON.parse(told.slice(told.indexOf('{'))) as { response: Json };
  return cancel.signal.aborted ? { ...response, status: 'cancelled' } : response;
}

/** What is said after the event with the number `last`; all of it for −1. */
export function logAfter({ log }: Run, last: number): Frame[] {
  let number = 0;
  return log
    .map((frame) => ({
      ...frame,
      text: eventsIn(frame.text)
        .filter(() => number++ > last)
        .join(''),
    }))
    .filter(({ text }) => text);
}

/** The responses of one server. */
export class Runs {
  private readonly runs = new Map<string, Run>();
  private readonly clock: WireClock;

  constructor(clock: WireClock) {
    this.clock = clock;
  }

  add(run: Run): void {
    for (const { id } of [...this.runs.values()].filter((old) => this.forgotten(old)))
      this.runs.delete(id);
    this.runs.set(run.id, run);
  }

  /** @throws Refusal 404 for one that there is not, or not any more */
  get(id: string): Run {
    const run = this.runs.get(id);
    if (!run || this.forgotten(run)) throw new Refusal(404, `Response with id '${id}' not found.`);
    return run;
  }

  delete(id: string): void {
    this.runs.delete(id);
  }

  /** Stops a response where it is. One that is over stays as it is. */
  cancel(run: Run): void {
    const now = this.clock.now();
    if (now >= endOf(run)) return;
    run.log = run.log.filter(({ at }) => at <= now - run.start);
    run.cancel.abort();
  }

  private forgotten(run: Run): boolean {
    return this.clock.now() > endOf(run) + kept;
  }
}

const servers = new WeakMap<Wire, Runs>();

export function runsOf(wire: Wire): Runs {
  const runs = servers.get(wire) ?? new Runs(wire.clock);
  servers.set(wire, runs);
  return runs;
}

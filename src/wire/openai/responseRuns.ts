import type { Ms } from '../../sim/index.ts';
import { answerTo, lastAt } from '../answer.ts';
import type { WireClock } from '../clock.ts';
import { failing, fails } from '../faults.ts';
import { paced, type Frame } from '../frames.ts';
import { Refusal, type Json } from '../http.ts';
import type { Call } from '../route.ts';
import type { WireSettings } from '../settings.ts';
import { eventsIn, failure, framesOf } from './responsesFrames.ts';
import type { Asked } from './responsesRequest.ts';
import type { Wire } from '../wire.ts';

/** One response, from when it is asked for. */
export interface Run {
  id: string;
  /** On the server's clock. */
  start: Ms;
  asked: Asked;
  settings: WireSettings;
  /** When its last event is said. ms since `start` */
  end: Ms;
  /** Aborted when it is cancelled: streams of it end then. */
  cancel: AbortController;
}

/** How long a response is kept after its end. https://developers.openai.com/api/docs/guides/background */
const kept: Ms = 10 * 60_000;

/** A new response to what is asked. */
export function runOf({ wire, settings, start }: Call, asked: Asked): Run {
  const run = { id: wire.id('resp'), start, asked, settings, end: Infinity };
  const end = logOf(run).at(-1)!.at;
  return { ...run, end, cancel: new AbortController() };
}

/**
 * Every event that has been or will be said, in ms since `start`. It follows from what was asked, so nothing has to go
 * on for it; and it is made whenever it is looked at, because a thousand of them that are kept are half a gigabyte.
 */
function logOf({ id, start, asked, settings, end }: Omit<Run, 'cancel'>): readonly Frame[] {
  const answer = answerTo(asked.ask, settings);
  const seconds = (ms: Ms) => Math.floor((start + ms) / 1000);
  const completed = seconds(lastAt(answer, settings));
  const making = { id, asked, answer, created: seconds(0), completed };
  const whole = paced(framesOf(making, settings), { ...settings, proxy: 'pass' });
  const { errorat } = settings;
  const log =
    (asked.stream || asked.background) && fails(whole, errorat)
      ? failing(whole, errorat, (sent) => failure(making, sent))
      : whole;
  return log.filter(({ at }) => at <= end);
}

/** The response as its stream told it last, `since` ms after it was asked for. */
export function responseAt(run: Run, since: Ms): Json {
  const told = logOf(run)
    .filter(({ at }) => at <= since)
    .flatMap(({ text }) => eventsIn(text))
    .findLast((event) => event.includes('"response":{'))!;
  const { response } = JSON.parse(told.slice(told.indexOf('{'))) as { response: Json };
  return run.cancel.signal.aborted ? { ...response, status: 'cancelled' } : response;
}

/** What is said after the event with the number `last`; all of it for −1. */
export function logAfter(run: Run, last: number): Frame[] {
  let number = 0;
  return logOf(run)
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
    for (const old of this.runs.values()) {
      // The oldest first. Those that came after one that takes long are kept as long as that.
      if (!this.forgotten(old)) break;
      this.runs.delete(old.id);
    }
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

  /**
   * Stops a response where it is. One that has been cancelled stays so.
   * @throws Refusal 400 for one that was not in the background, or has ended otherwise
   */
  cancel(run: Run): void {
    if (!run.asked.background)
      throw new Refusal(400, 'Only responses created with background=true can be cancelled.');
    if (run.cancel.signal.aborted) return;
    const since = this.clock.now() - run.start;
    if (since >= run.end) {
      const status = String(responseAt(run, since)['status']);
      const article = status === 'incomplete' ? 'an' : 'a';
      throw new Refusal(400, `Cannot cancel ${article} ${status} response.`);
    }
    run.end = since;
    run.cancel.abort();
  }

  private forgotten({ start, end }: Run): boolean {
    return this.clock.now() > start + end + kept;
  }
}

const servers = new WeakMap<Wire, Runs>();

export function runsOf(wire: Wire): Runs {
  const runs = servers.get(wire) ?? new Runs(wire.clock);
  servers.set(wire, runs);
  return runs;
}

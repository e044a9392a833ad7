import { answerTo } from '../answer.ts';
import { objects } from '../fields.ts';
import { isObject, Refusal, refusalOf, type Json } from '../http.ts';
import { refusal } from '../anthropic/errors.ts';
import { message } from '../anthropic/frames.ts';
import { readAsk } from '../anthropic/request.ts';
import type { WireSettings } from '../settings.ts';
import type { Wire } from '../wire.ts';
import { courseOf, DAY, dateOf, orderOf, timeOf, type Batched } from './course.ts';

export interface MessageRequest {
  custom_id: string;
  params: Json;
}

const most = 100_000;

/**
 * The requests of a new batch. Their `params` are not looked into: what is wrong with them is said in the results.
 * @throws Refusal 400 that names the request
 */
export function readRequests(body: Json): MessageRequest[] {
  const requests = objects(body, 'requests', 1);
  if (requests.length > most)
    throw new Refusal(400, `requests: ${String(requests.length)} are more than ${String(most)}`);
  const seen = new Set<string>();
  return requests.map(({ custom_id, params }, i) => {
    const where = `requests.${String(i)}`;
    if (typeof custom_id !== 'string' || !/^[a-zA-Z0-9_-]{1,64}$/.test(custom_id))
      throw new Refusal(400, `${where}.custom_id: must match ^[a-zA-Z0-9_-]{1,64}$`);
    if (seen.has(custom_id))
      throw new Refusal(400, `${where}.custom_id: ${custom_id} is there twice`);
    if (!isObject(params)) throw new Refusal(400, `${where}.params: not an object`);
    seen.add(custom_id);
    return { custom_id, params };
  });
}

/** @throws Refusal 404 */
export function batchOf({ store }: Wire, id: string): Batched {
  const batch = store.get<Batched>('msgbatch', id);
  if (!batch) throw new Refusal(404, `There is no message batch ${id}.`);
  return batch;
}

export const hasEnded = (batch: Batched, now: number): boolean =>
  timeOf(batch, now) >= courseOf(batch).end;

/** A batch as the API shows it. All its requests count as being processed until the last one is over. */
export function shown(id: string, batch: Batched, results: object, now: number, origin: string) {
  const { cancelled } = batch;
  const { end } = courseOf(batch);
  const ended = timeOf(batch, now) >= end;
  const date = (t: number) => new Date(dateOf(batch, t)).toISOString();
  return {
    id,
    type: 'message_batch',
    processing_status: ended ? 'ended' : cancelled === null ? 'in_progress' : 'canceling',
    request_counts: {
      processing: ended ? 0 : batch.count,
      succeeded: 0,
      errored: 0,
      canceled: 0,
      expired: 0,
      ...(ended && results),
    },
    created_at: date(0),
    expires_at: date(DAY),
    ended_at: ended ? date(end) : null,
    cancel_initiated_at: cancelled === null ? null : date(cancelled),
    archived_at: null,
    results_url: ended ? `${origin}/v1/messages/batches/${id}/results` : null,
  };
}

/** How many results there are of each type. */
export function countsOf(batch: Batched, requests: readonly MessageRequest[]) {
  const { done } = courseOf(batch);
  const inTime = orderOf(batch).slice(0, done);
  const wrong = inTime.filter((n) => problemOf(requests[n]!.params) !== null).length;
  const rest = batch.count - done;
  const [canceled, expired] = batch.cancelled === null ? [0, rest] : [rest, 0];
  return { succeeded: done - wrong, errored: wrong, canceled, expired };
}

/** The results, one for each request, in the order in which they were done. */
export function* resultsOf(id: string, batch: Batched, requests: readonly MessageRequest[]) {
  const { done } = courseOf(batch);
  const rest = { type: batch.cancelled === null ? 'expired' : 'canceled' };
  for (const [k, n] of orderOf(batch).entries()) {
    const { custom_id, params } = requests[n]!;
    yield {
      custom_id,
      result: k < done ? resultOf(`${id}_${String(n)}`, params, batch.settings) : rest,
    };
  }
}

/** What is wrong with a request's parameters, or `null`. */
const problemOf = (params: Json): Refusal | null =>
  refusalOf(() => {
    if (params['stream'] === true) throw new Refusal(400, 'stream: not allowed in a batch');
    readAsk(params);
  });

function resultOf(id: string, params: Json, settings: WireSettings) {
  const problem = problemOf(params);
  if (problem) return { type: 'errored', error: refusal(problem, null) };
  const { model, ask } = readAsk(params);
  const answer = answerTo(ask, settings);
  return { type: 'succeeded', message: message(`msg_${id}`, model, answer, 'batch') };
}

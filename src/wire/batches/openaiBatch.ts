import type { BatchUsage } from 'openai/resources/batches';
import { refusal } from '../openai/errors.ts';
import type { Wire } from '../wire.ts';
import { Refusal } from '../http.ts';
import { courseOf, DAY, dateOf, MINUTE, orderOf, timeOf, type Batched } from './course.ts';
import { endpoints } from './endpoints.ts';
import { keepFile, uploaded } from './files.ts';
import { usageOf } from './usage.ts';
import { problemOf, readInput, type InputError } from './openaiInput.ts';

/** A batch as it is kept. */
export interface OpenaiBatch extends Batched {
  input: string;
  endpoint: string;
  /** That its first request asks for. */
  model: unknown;
  metadata: unknown;
  /** Not told before it has been validated. */
  errors: InputError[];
  /** Numbers of the requests that will fail. */
  wrong: number[];
  /** Output and error file; written when it is over. */
  files?: { output: string | null; error: string | null };
  /** What its answers took, from then on. */
  usage?: BatchUsage;
}

/** How long it validates at the beginning, and finalizes at the end. ms of its day */
const BEGIN = 5 * MINUTE;
const CLOSE = 5 * MINUTE;

type Status =
  | 'validating'
  | 'failed'
  | 'in_progress'
  | 'finalizing'
  | 'completed'
  | 'expired'
  | 'cancelling'
  | 'cancelled';

/** A batch's statuses, and from when on it has each. ms of its day */
function statuses(batch: OpenaiBatch): { status: Status; from: number }[] {
  const { end, done } = courseOf(batch, BEGIN);
  const { cancelled, errors, count } = batch;
  const validating = { status: 'validating', from: 0 } as const;
  if (cancelled !== null)
    return [
      validating,
      ...(cancelled > BEGIN ? [{ status: 'in_progress', from: BEGIN } as const] : []),
      { status: 'cancelling', from: cancelled },
      { status: 'cancelled', from: end + CLOSE },
    ];
  if (errors.length > 0) return [validating, { status: 'failed', from: BEGIN }];
  const working = [validating, { status: 'in_progress', from: BEGIN } as const];
  if (done < count) return [...working, { status: 'expired', from: DAY }];
  return [
    ...working,
    { status: 'finalizing', from: end },
    { status: 'completed', from: end + CLOSE },
  ];
}

/** The status it has now. */
export const statusOf = (batch: OpenaiBatch, now: number) =>
  statuses(batch).findLast(({ from }) => from <= timeOf(batch, now))!.status;

const over: readonly Status[] = ['completed', 'expired', 'cancelled'];

/** The batch; one that is over has its files. @throws Refusal 404 */
export function lookAt({ store, clock }: Wire, id: string): OpenaiBatch {
  return store.whole(() => {
    const batch = store.get<OpenaiBatch>('batch', id);
    if (!batch) throw new Refusal(404, `There is no batch ${id}.`);
    if (batch.files || !over.includes(statusOf(batch, clock.now()))) return batch;
    const created = dateOf(batch, statuses(batch).at(-1)!.from);
    const lines = linesOf(id, batch, uploaded(store, batch.input));
    const keep = (which: 'output' | 'error') => {
      if (lines[which].length === 0) return null;
      const text = lines[which].map((line) => `${JSON.stringify(line)}\n`).join('');
      const filename = `${id}_${which}.jsonl`;
      return keepFile(store, { filename, purpose: 'batch_output', created }, text);
    };
    const files = { output: keep('output'), error: keep('error') };
    const whole: OpenaiBatch = { ...batch, files, usage: usageOf(lines.answers) };
    store.put('batch', id, whole);
    return whole;
  });
}

/** Answers go into the one file; refusals, and what was not begun, into the other. In the order in which it was done. */
function linesOf(id: string, batch: OpenaiBatch, text: string) {
  const { endpoint, settings } = batch;
  const { lines } = readInput(text, endpoint);
  const { done } = courseOf(batch, BEGIN);
  const output: object[] = [];
  const error: object[] = [];
  const answers: object[] = [];
  for (const [k, n] of orderOf(batch).entries()) {
    const { custom_id, body } = lines[n]!;
    const name = `${id}_${String(n)}`;
    const line = { id: `batch_req_${name}`, custom_id };
    const reply = (status_code: number, body: object) => ({
      ...line,
      response: { status_code, request_id: `req_${name}`, body },
      error: null,
    });
    const problem = problemOf(endpoint, body);
    if (k >= done) error.push({ ...line, response: null, error: notBegun(batch) });
    else if (problem) error.push(reply(problem.status, refusal(problem)));
    else {
      const answer = endpoints[endpoint]!.answer(body, settings, name);
      answers.push(answer);
      output.push(reply(200, answer));
    }
  }
  return { output, error, answers };
}

const notBegun = ({ cancelled }: OpenaiBatch) =>
  cancelled === null
    ? {
        code: 'batch_expired',
        message: 'This request could not be executed before the completion window expired.',
      }
    : {
        code: 'batch_cancelled',
        message: 'This request was not executed: the batch was cancelled.',
      };

/** A batch as the API shows it. */
export function shown(id: string, batch: OpenaiBatch, now: number) {
  const t = timeOf(batch, now);
  const passed = statuses(batch).filter(({ from }) => from <= t);
  const status = passed.at(-1)!.status;
  const seconds = (at: number) => Math.floor(dateOf(batch, at) / 1000);
  const since = (name: Status) => {
    const from = passed.find((one) => one.status === name)?.from;
    return from === undefined ? null : seconds(from);
  };
  const done = courseOf(batch, BEGIN).doneAt(t);
  const wrong = new Set(batch.wrong);
  const failed =
    wrong.size &&
    orderOf(batch)
      .slice(0, done)
      .filter((n) => wrong.has(n)).length;
  const unread = status === 'validating' || status === 'failed';
  return {
    id,
    object: 'batch',
    endpoint: batch.endpoint,
    model: batch.model,
    errors: status === 'failed' ? { object: 'list', data: batch.errors } : null,
    input_file_id: batch.input,
    completion_window: '24h',
    status,
    output_file_id: batch.files?.output ?? null,
    error_file_id: batch.files?.error ?? null,
    created_at: seconds(0),
    in_progress_at: since('in_progress'),
    expires_at: seconds(DAY),
    finalizing_at: since('finalizing'),
    completed_at: since('completed'),
    failed_at: since('failed'),
    expired_at: since('expired'),
    cancelling_at: since('cancelling'),
    cancelled_at: since('cancelled'),
    request_counts: {
      total: unread ? 0 : batch.count,
      completed: unread ? 0 : done - failed,
      failed: unread ? 0 : failed,
    },
    ...(batch.usage && { usage: batch.usage }),
    metadata: batch.metadata,
  };
}

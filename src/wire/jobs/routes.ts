import { text } from '../fields.ts';
import { readJson, Refusal } from '../http.ts';
import { routesOf, type Call, type Route } from '../route.ts';
import { follow } from './follow.ts';
import { once } from './idempotency.ts';
import { cancel, create, lookAt, pathOf, statusOf, type Snapshot } from './jobs.ts';
import { problem, problemType } from './problem.ts';
import { answerOf } from './script.ts';

const route = routesOf({ refusal: problem, refusalType: problemType }, '/jobs');

const jobOf = ({ wire, params }: Call) => lookAt(wire, params['id']!);
const askAgain = ({ job }: Snapshot) => ({ 'retry-after': String(job.settings.askafter) });

/**
 * Long work behind an address: submitted with 202, asked for, followed, cancelled.
 * https://learn.microsoft.com/azure/architecture/patterns/async-request-reply
 */
export const jobRoutes: readonly Route[] = [
  route(
    'POST',
    '',
    async (call) => {
      const { wire, settings, request, start } = call;
      const body = await readJson(request);
      const question = text(body, 'question');
      const id = once(wire.store, request, 'job', body, () =>
        create(wire.store, { question, created: start, settings }),
      );
      const snapshot = lookAt(wire, id);
      const headers = { location: pathOf(id), ...askAgain(snapshot) };
      await wire.json(call, 0, statusOf(snapshot, wire.clock.now()), headers, 202);
    },
    { model: true },
  ),
  route(
    'GET',
    '/:id',
    async (call) => {
      const snapshot = jobOf(call);
      const status = statusOf(snapshot, call.wire.clock.now());
      if (status['state'] === 'done')
        call.response.writeHead(303, { location: `${pathOf(snapshot.id)}/result` }).end();
      else await call.wire.json(call, 0, status, snapshot.next === null ? {} : askAgain(snapshot));
    },
    { model: true },
  ),
  route('GET', '/:id/result', async (call) => {
    const { id, job, log } = jobOf(call);
    if (log.at(-1)?.value.type !== 'done')
      throw new Refusal(404, `Job ${id} has no result. ${pathOf(id)} says how it stands.`);
    const { question, settings } = job;
    await call.wire.json(call, 0, { question, answer: answerOf(settings) });
  }),
  route('DELETE', '/:id', ({ wire, params, response }) => {
    cancel(wire, params['id']!);
    response.writeHead(204).end();
  }),
  route(
    'GET',
    '/:id/events',
    async (call) => {
      const { id, log, next } = jobOf(call);
      const last = lastEventId(call, log.length);
      // An EventSource connects again after every end, but not after this.
      if (next === null && last === log.length) call.response.writeHead(204).end();
      else await call.wire.stream(call, follow(call, id, last));
    },
    { model: true },
  ),
];

function lastEventId({ request }: Call, told: number): number {
  const header = request.headers['last-event-id'];
  if (header === undefined || header === '') return 0;
  const last = Number(header);
  if (Number.isInteger(last) && last >= 0 && last <= told) return last;
  throw new Refusal(
    400,
    `Last-Event-ID: ${JSON.stringify(header)} is no id of this job: it has told 1 to ${String(told)}.`,
  );
}

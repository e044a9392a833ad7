import { oneOf, text } from '../fields.ts';
import { readJson, Refusal, sendJson, type Json } from '../http.ts';
import { openaiRoutes } from '../openai/errors.ts';
import type { Call, Route } from '../route.ts';
import { timeOf } from './course.ts';
import { endpoints } from './endpoints.ts';
import { uploaded } from './files.ts';
import { lookAt, shown, statusOf, type OpenaiBatch } from './openaiBatch.ts';
import { problemOf, readInput } from './openaiInput.ts';
import { nextId } from '../store/store.ts';
import { pageOf } from './page.ts';

const route = openaiRoutes('/v1/batches');

const show = ({ wire }: Call, id: string) => shown(id, lookAt(wire, id), wire.clock.now());

/** A new batch of an uploaded file. What is wrong with the file is found now and said when it has been validated. */
function create({ wire, settings, start }: Call, body: Json): OpenaiBatch {
  const input = text(body, 'input_file_id');
  const endpoint = oneOf(body, 'endpoint', Object.keys(endpoints));
  oneOf(body, 'completion_window', ['24h']);
  const { lines, errors } = readInput(uploaded(wire.store, input), endpoint);
  return {
    created: start,
    count: lines.length,
    settings,
    cancelled: null,
    input,
    endpoint,
    model: lines[0]?.body['model'] ?? null,
    metadata: body['metadata'] ?? null,
    errors,
    wrong: lines.flatMap((line, n) => (problemOf(endpoint, line.body) ? [n] : [])),
  };
}

/** OpenAI's batches. https://developers.openai.com/api/docs/guides/batch */
export const openaiBatchesRoutes: readonly Route[] = [
  route(
    'POST',
    '',
    async (call) => {
      const { store } = call.wire;
      const batch = create(call, await readJson(call.request));
      const id = store.whole(() => {
        const id = nextId(store, 'batch');
        store.put('batch', id, batch);
        return id;
      });
      sendJson(call.response, 200, show(call, id));
    },
    { model: true },
  ),
  route(
    'GET',
    '',
    (call) => {
      const { ids, ...page } = pageOf(call.wire.store.ids('batch'), call.query);
      const data = ids.map((id) => show(call, id));
      sendJson(call.response, 200, { object: 'list', data, ...page });
    },
    { own: ['limit', 'after'] },
  ),
  route('GET', '/:id', (call) => sendJson(call.response, 200, show(call, call.params['id']!))),
  route('POST', '/:id/cancel', (call) => {
    const { wire, params, response } = call;
    const id = params['id']!;
    wire.store.whole(() => {
      const batch = lookAt(wire, id);
      const now = wire.clock.now();
      const status = statusOf(batch, now);
      if (status === 'cancelling') return;
      if (status !== 'validating' && status !== 'in_progress')
        throw new Refusal(409, `Cannot cancel a batch with status '${status}'.`);
      const cancelled = timeOf(batch, now);
      wire.store.put('batch', id, { ...batch, cancelled } satisfies OpenaiBatch);
    });
    sendJson(response, 200, show(call, id));
  }),
];

import { readJson, Refusal, sendJson } from '../http.ts';
import { anthropicRoutes } from '../anthropic/errors.ts';
import type { Call, Route } from '../route.ts';
import { timeOf, type Batched } from './course.ts';
import { sendLines } from './jsonl.ts';
import {
  batchOf,
  countsOf,
  hasEnded,
  readRequests,
  resultsOf,
  shown,
  type MessageRequest,
} from './messageBatch.ts';
import { nextId } from '../store/store.ts';
import { pageOf } from './page.ts';

const route = anthropicRoutes('/v1/messages/batches');

const requestsOf = ({ wire }: Call, id: string) =>
  wire.store.get<MessageRequest[]>('msgbatch requests', id)!;

function show(call: Call, id: string) {
  const { wire, origin } = call;
  const batch = batchOf(wire, id);
  const now = wire.clock.now();
  const counts = hasEnded(batch, now) ? countsOf(batch, requestsOf(call, id)) : {};
  return shown(id, batch, counts, now, origin);
}

/** The batch that the address names, if it has ended. @throws Refusal 400 that says what to do first */
function ended({ wire, params }: Call, what: string) {
  const id = params['id']!;
  const batch = batchOf(wire, id);
  if (!hasEnded(batch, wire.clock.now()))
    throw new Refusal(400, `Message batch ${id} has not ended: ${what}`);
  return { id, batch };
}

/** Anthropic's Message Batches. https://platform.claude.com/docs/en/build-with-claude/batch-processing */
export const messageBatchesRoutes: readonly Route[] = [
  route(
    'POST',
    '',
    async (call) => {
      const { wire, settings, start } = call;
      const requests = readRequests(await readJson(call.request));
      const id = wire.store.whole(() => {
        const id = nextId(wire.store, 'msgbatch');
        const batch: Batched = {
          created: start,
          count: requests.length,
          settings,
          cancelled: null,
        };
        wire.store.put('msgbatch', id, batch);
        wire.store.put('msgbatch requests', id, requests);
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
      const { ids, ...page } = pageOf(call.wire.store.ids('msgbatch'), call.query);
      sendJson(call.response, 200, { data: ids.map((id) => show(call, id)), ...page });
    },
    { own: ['limit', 'before_id', 'after_id'] },
  ),
  route('GET', '/:id', (call) => sendJson(call.response, 200, show(call, call.params['id']!))),
  route('POST', '/:id/cancel', (call) => {
    const { wire, params } = call;
    const id = params['id']!;
    wire.store.whole(() => {
      const batch = batchOf(wire, id);
      const now = wire.clock.now();
      if (hasEnded(batch, now))
        throw new Refusal(400, `Message batch ${id} has ended: there is nothing left to cancel.`);
      if (batch.cancelled !== null) return;
      const cancelled = timeOf(batch, now);
      wire.store.put('msgbatch', id, { ...batch, cancelled } satisfies Batched);
    });
    sendJson(call.response, 200, show(call, id));
  }),
  route('DELETE', '/:id', (call) => {
    const { id } = ended(call, 'cancel it first.');
    call.wire.store.whole(() => {
      call.wire.store.remove('msgbatch', id);
      call.wire.store.remove('msgbatch requests', id);
    });
    sendJson(call.response, 200, { id, type: 'message_batch_deleted' });
  }),
  route('GET', '/:id/results', async (call) => {
    const { id, batch } = ended(call, 'there are no results yet.');
    await sendLines(call.response, resultsOf(id, batch, requestsOf(call, id)));
  }),
];

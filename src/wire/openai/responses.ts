import { withFaults } from '../faults.ts';
import { paced } from '../frames.ts';
import { readJson, Refusal, sendJson } from '../http.ts';
import { openaiRoutes } from './errors.ts';
import { logAfter, responseAt, runOf, runsOf, type Run } from './responseRuns.ts';
import { readAsked } from './responsesRequest.ts';
import type { Call, Route } from '../route.ts';

/*
 * What goes wrong in the model (`errorat`) belongs to the response: whoever asks later is told the same. What goes wrong
 * on the way belongs to the connection, and to the settings of the request that opened it.
 */

/** Replays what has been said after the event `last`, then goes on as it is said. */
async function tail(call: Call, run: Run, last: number): Promise<void> {
  const { settings, start, wire } = call;
  const frames = logAfter(run, last).map((frame) => ({
    ...frame,
    at: Math.max(0, frame.at + (run.start - start)),
  }));
  const sent = paced(frames, { ...settings, framing: 0 });
  const { signal } = run.cancel;
  await wire.stream(
    call,
    withFaults(sent, { ...settings, errorat: null }, ''),
    {},
    signal.aborted ? undefined : signal,
  );
}

function lastOf(query: URLSearchParams): number {
  const given = query.get('starting_after') ?? '-1';
  if (!/^(-1|\d+)$/.test(given))
    throw new Refusal(400, `starting_after: ${given} is not the number of an event`);
  return Number(given);
}

const route = openaiRoutes('/v1/responses');

/** OpenAI's Responses API. https://developers.openai.com/api/reference/resources/responses */
export const responsesRoutes: readonly Route[] = [
  route(
    'POST',
    '',
    async (call) => {
      const { wire, response } = call;
      const asked = readAsked(await readJson(call.request));
      const run = runOf(call, asked);
      const runs = runsOf(wire);
      if (asked.store) runs.add(run);
      // A plain response lives as long as its connection.
      if (!asked.background)
        response.once('close', () => {
          if (!response.writableFinished) runs.delete(run.id);
        });
      if (asked.stream) await tail(call, run, -1);
      else {
        const at = asked.background ? 0 : run.end;
        await wire.json(call, at, responseAt(run, at));
      }
    },
    { model: true },
  ),
  route(
    'GET',
    '/:id',
    async (call) => {
      const { wire, query, params } = call;
      const run = runsOf(wire).get(params['id']!);
      if (query.get('stream') !== 'true') {
        sendJson(call.response, 200, responseAt(run, wire.clock.now() - run.start));
        return;
      }
      if (!run.asked.background || !run.asked.stream)
        throw new Refusal(
          400,
          'stream: only responses created with background=true and stream=true can be streamed again',
        );
      await tail(call, run, lastOf(query));
    },
    { own: ['stream', 'starting_after', 'include', 'include[]', 'include_obfuscation'] },
  ),
  route('POST', '/:id/cancel', ({ wire, params, response }) => {
    const runs = runsOf(wire);
    const run = runs.get(params['id']!);
    runs.cancel(run);
    sendJson(response, 200, responseAt(run, wire.clock.now() - run.start));
  }),
];

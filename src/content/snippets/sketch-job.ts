import { EventSourceParserStream } from 'eventsource-parser/stream';

const api = 'https://api.openai.com/v1/responses';
// On your server: a key never goes to a browser.
const authorization = `Bearer ${process.env['OPENAI_API_KEY']!}`;
const headers = { authorization, 'content-type': 'application/json' };

/** Starts a job and reports on it; given one that runs, reads on from there. */
export async function* report(model: string, input: string, job: Job) {
  const order = { model, input, background: true, stream: true };
  const rest = `${api}/${job.id}?stream=true&starting_after=${job.seen}`;
  const response = job.id
    ? await fetch(rest, { headers })
    : await fetch(api, { method: 'POST', headers, body: JSON.stringify(order) });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const text = response.body!.pipeThrough(new TextDecoderStream());
  const events = text.pipeThrough(new EventSourceParserStream());
  for await (const { data } of events) {
    const event = JSON.parse(data) as JobEvent;
    job.id ??= event.response?.id; // store both, for whoever comes back
    job.seen = event.sequence_number;
    yield event;
    if (event.type === 'response.completed') return;
    if (failures.includes(event.type)) throw new Error(event.type);
  }
  throw new Error('Connection lost'); // the work goes on: call this again
}
/** To stop listening stops nothing. This does. */
export const stop = (id: string) =>
  fetch(`${api}/${id}/cancel`, { method: 'POST', headers: { authorization } });

const failures = ['response.failed', 'response.incomplete', 'error'];
type Job = { id?: string | undefined; seen: number };
type Known = { id: string };
type JobEvent = { type: string; sequence_number: number; response?: Known };

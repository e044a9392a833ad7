import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

type Answer = (signal: AbortSignal) => AsyncIterable<string>;

/** Relays an answer: an event per piece of text, then `done` or `error`. */
export async function relay(answer: Answer, response: ServerResponse) {
  const gone = new AbortController();
  response.on('close', () => gone.abort()); // the reader left: stop the work
  const { signal } = gone;
  const send = async (data: object, event = 'message') => {
    const lines = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    if (!response.write(lines)) await once(response, 'drain', { signal });
  };
  response.setHeader('content-type', 'text/event-stream');
  response.setHeader('cache-control', 'no-cache, no-transform');
  response.setHeader('x-accel-buffering', 'no'); // nginx: pass it on at once
  response.flushHeaders(); // now, not with the first token
  response.write(': open\n\n'); // comments, for proxies that time silence
  const beat = setInterval(() => response.write(': beat\n\n'), 15_000);
  try {
    for await (const text of answer(signal)) await send({ text });
    await send({}, 'done'); // or nobody can tell an end from a cut
  } catch {
    // Too late for a 500: the stream has to say it. Log it on your side.
    response.write('event: error\ndata: {"message":"cut short"}\n\n');
  }
  clearInterval(beat);
  response.end();
}

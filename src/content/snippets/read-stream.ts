import { EventSourceParserStream } from 'eventsource-parser/stream';

/** Yields the data of each event. Throws unless `event: done` ends them. */
export async function* read(url: string, body: object, signal: AbortSignal) {
  const response = await fetch(url, {
    method: 'POST', // EventSource can only GET
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal,
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  const reader = response
    .body!.pipeThrough(new TextDecoderStream()) // bytes to whole characters
    .pipeThrough(new EventSourceParserStream()) // text to whole events
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) throw new Error('The answer was cut off'); // however cleanly
      if (value.event === 'error') throw new Error(value.data);
      if (value.event === 'done') return;
      yield JSON.parse(value.data) as unknown;
    }
  } finally {
    await reader.cancel(); // who leaves the loop early ends the request
  }
}

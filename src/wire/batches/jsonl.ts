import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Sends values as lines of JSON, each made when the client has room for it. */
export async function sendLines(response: ServerResponse, values: Iterable<unknown>) {
  function* lines() {
    for (const value of values) yield `${JSON.stringify(value)}\n`;
  }
  response.writeHead(200, { 'content-type': 'application/x-jsonl' });
  // A client that goes away ends it.
  await pipeline(Readable.from(lines()), response).catch(() => undefined);
}

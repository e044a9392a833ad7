import type { IncomingMessage, ServerResponse } from 'node:http';

/** Lets pages of any origin ask. Whether this was a browser's question whether it may: then it is answered. */
export function answersPreflight(request: IncomingMessage, response: ServerResponse): boolean {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', '*');
  if (request.method !== 'OPTIONS') return false;
  response
    .writeHead(204, {
      'access-control-allow-methods': '*',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
    })
    .end();
  return true;
}

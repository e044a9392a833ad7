import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that is refused: the status, and what to say in the words of whoever was asked. */
export class Refusal extends Error {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.headers = headers;
  }
}

export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The address that a request asks for. @throws Refusal 400 if it is none */
export function addressOf({ url = '/', headers }: IncomingMessage): URL {
  const host = headers.host ?? '127.0.0.1';
  const address = URL.parse(url, `http://${host}`);
  if (!address) throw new Refusal(400, `There is no address ${url} on the host ${host}.`);
  return address;
}

const most = 256 * 1024 * 1024;

/** The whole body. @throws Refusal 413 above 256 MB */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > most) throw new Refusal(413, `The body is larger than ${String(most)} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body as a JSON object. @throws Refusal 400 that says what it is instead */
export async function readJson(request: IncomingMessage): Promise<Json> {
  const text = (await readBody(request)).toString();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refusal(400, `The body is not JSON: ${(error as Error).message}`);
  }
  if (!isObject(value)) throw new Refusal(400, 'The body is not a JSON object.');
  return value;
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = JSON.stringify(value);
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      ...headers,
    })
    .end(body);
}

/** Aborted when the client goes away. */
export function leaves(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  if (response.closed) gone.abort();
  response.once('close', () => gone.abort());
  return gone.signal;
}

/** What `check` refuses, or `null`. Whatever else goes wrong goes on. */
export function refusalOf(check: () => unknown): Refusal | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

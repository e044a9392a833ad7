// Requests that no client means to send: each is answered, none with 500, and the server goes on.
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endpoints } from '../../src/wire/batches/endpoints.ts';
import { isObject } from '../../src/wire/http.ts';
import { routes } from '../../src/wire/routes.ts';
import { batchServer } from './batchServer.ts';
import { headersOf, served } from './serve.ts';

const server = served();

// What is no refusal is written to the console, and is a mistake of ours.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));
afterEach(() => {
  expect(vi.mocked(console.error).mock.calls).toEqual([]);
  vi.restoreAllMocks();
});

/** The status of the answer to a request of these very bytes. */
async function raw(request: string): Promise<number> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (data) => (text += data.toString('latin1')));
  socket.write(request, 'latin1');
  await once(socket, 'close');
  return Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1]);
}

describe('an address that is none', () => {
  it.each([
    ['//', 'a', 400],
    ['http://x:99999/', 'a', 400],
    ['/', 'a b', 400],
    ['/', '[x', 400],
    ['/%', 'a', 404],
    ['*', 'a', 404],
    ['//a/v1/models', 'a', 200],
    ['/v1/files/%E0%A4%A', 'a', 404],
    ['/jobs/__proto__', 'a', 404],
  ])('%s on %s', async (path, host, status) => {
    expect(await raw(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toBe(
      status,
    );
  });
});

it('HEAD is answered as GET is, without the body', async () => {
  const [head, get] = await Promise.all(
    ['HEAD', 'GET'].map((method) => fetch(`${server.url}/v1/models`, { method })),
  );
  const { status, headers } = get!;
  expect(head!.status).toBe(status);
  expect(head!.headers.get('content-length')).toBe(headers.get('content-length'));
  expect(await head!.text()).toBe('');
});

it('a client that leaves in the middle of its request is no mistake of ours', async () => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  const asked = once(server.wire.server, 'request') as Promise<[IncomingMessage]>;
  socket.write('POST /v1/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{');
  const [request] = await asked;
  const gone = new Promise((closed) => request.once('close', closed));
  socket.destroy();
  await gone;
  await new Promise(setImmediate);
});

const schema = {
  type: 'object',
  properties: { city: { type: 'string', enum: ['Oslo'] }, days: { type: 'array', items: {} } },
};
const messages = [{ role: 'user', content: [{ type: 'text', text: 'Why?' }] }];

/** A request that is answered, for everything that reads a body. */
const bodies: Readonly<Record<string, object>> = {
  '/v1/messages': {
    model: 'mock',
    max_tokens: 9,
    stream: true,
    system: 'Be brief.',
    messages,
    thinking: { type: 'enabled', budget_tokens: 1_024 },
    stop_sequences: ['stop'],
    tools: [{ name: 'weather', input_schema: schema }],
    tool_choice: { type: 'tool', name: 'weather' },
  },
  '/v1/chat/completions': {
    model: 'mock',
    messages,
    stream: true,
    stream_options: { include_usage: true },
    max_completion_tokens: 9,
    stop: ['stop'],
    n: 1,
    reasoning_effort: 'low',
    tools: [{ type: 'function', function: { name: 'weather', parameters: schema } }],
    tool_choice: { type: 'function', function: { name: 'weather' } },
  },
  '/v1/responses': {
    model: 'mock',
    input: messages,
    stream: true,
    background: true,
    store: true,
    metadata: { a: 'b' },
    max_output_tokens: 9,
    reasoning: { effort: 'low', summary: 'auto' },
    tools: [{ type: 'function', name: 'weather', parameters: schema }],
    tool_choice: { type: 'function', name: 'weather' },
  },
  '/v1/embeddings': { model: 'mock', input: ['Why?'], dimensions: 8, encoding_format: 'float' },
  '/jobs': { question: 'Why?' },
  '/v1/messages/batches': {
    requests: [{ custom_id: 'a', params: { model: 'mock', max_tokens: 9, messages } }],
  },
  '/v1/batches': {
    input_file_id: 'file-000001',
    endpoint: '/v1/embeddings',
    completion_window: '24h',
    metadata: {},
  },
};

/** All the places in a value: keys and indices from its top. */
function places(value: unknown, at: readonly string[] = []): (readonly string[])[] {
  const below = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [at, ...below.flatMap(([key, of]) => places(of, [...at, key]))];
}

/** A copy with something else at a place. */
function changed(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  const copy = structuredClone(value) as Record<string, unknown>;
  copy[key] = changed(copy[key], rest, to);
  return copy;
}

/** Words that mean something at other places are likelier to be misunderstood than those that mean nothing. */
const words = [...new Set(Object.values(bodies).flatMap((body) => places(body).flat()))];
const anything = fc.oneof(
  fc.constantFrom(undefined, null, '', 0, -1, 0.5, 1e300, true, [], {}, [null], [[]], {
    length: 1,
  }),
  fc.constantFrom(...words),
  fc.dictionary(fc.constantFrom(...words), fc.jsonValue()),
  fc.jsonValue(),
);

/** That body with something else in one place or two. */
const like = (body: unknown): fc.Arbitrary<unknown> => {
  const change = fc.record({ at: fc.constantFrom(...places(body)), to: anything });
  return fc.array(change, { minLength: 1, maxLength: 2 }).map((changes) =>
    changes.reduce((body, { at, to }) => {
      try {
        return changed(body, at, to);
      } catch {
        return body; // The first change has taken the place of the second.
      }
    }, body),
  );
};

describe('a body in which something else stands somewhere', () => {
  it('there is one for every address that reads one', () => {
    const read = routes.filter(
      ({ method, path }) => method === 'POST' && !path.endsWith('/cancel'),
    );
    expect(Object.keys(bodies).sort()).toEqual(
      read
        .map(({ path }) => path)
        .filter((path) => path !== '/v1/files')
        .sort(),
    );
  });

  it.each(Object.entries(bodies))('%s', async (path, body) => {
    const ask = async (body: unknown) => {
      const response = await fetch(server.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headersOf('tokens=3&dayms=1&jobms=0') },
        // `undefined` is a body of no bytes.
        body: JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    };
    const statuses = new Set<number>();
    await fc.assert(
      fc.asyncProperty(like(body), async (other) => {
        const { status, text } = await ask(other);
        statuses.add(status);
        expect(text).not.toBe('');
        expect([200, 202, 400, 404]).toContain(status);
      }),
      { numRuns: 150 },
    );
    // Some changes matter, and some do not.
    expect(statuses).toContain(400);
    if (path !== '/v1/batches') expect(statuses.size).toBeGreaterThan(1);
  });

  it.each(Object.keys(endpoints))('in a batch, for %s', async (url) => {
    const { clock, ask } = await batchServer('tokens=3');
    const send = async (path: string, init?: RequestInit) =>
      (await (await ask(path, init)).json()) as Record<string, string | null>;
    const body = { ...bodies[url], stream: false, stream_options: null, background: false };
    const kept = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(like(body).filter(isObject), { minLength: 1 }), async (some) => {
        const lines = some.map((body, i) => ({ custom_id: String(i), method: 'POST', url, body }));
        const form = new FormData();
        form.set('purpose', 'batch');
        form.set('file', new File([lines.map((line) => JSON.stringify(line)).join('\n')], 'in'));
        const { id: input_file_id } = await send('/v1/files', { method: 'POST', body: form });
        const { id } = await send('/v1/batches', {
          method: 'POST',
          body: JSON.stringify({ input_file_id, endpoint: url, completion_window: '24h' }),
        });
        await clock.pass(86_400);
        const done = await send(`/v1/batches/${id!}`);
        expect(done['status']).toBe('completed');
        const ids: string[] = [];
        for (const file of ['output_file_id', 'error_file_id']) {
          const name = done[file];
          if (!name) continue;
          kept.add(file);
          const text = await (await ask(`/v1/files/${name}/content`)).text();
          for (const line of text.trimEnd().split('\n'))
            ids.push((JSON.parse(line) as { custom_id: string }).custom_id);
        }
        expect(ids.sort()).toEqual(lines.map(({ custom_id }) => custom_id).sort());
      }),
      { numRuns: 30 },
    );
    expect([...kept].sort()).toEqual(['error_file_id', 'output_file_id']);
  });
});

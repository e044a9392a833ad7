// The code that the transport chooser shows, run against a stand-in for the network.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../src/content/snippets/sketch-batch.ts';
import { report, stop } from '../../src/content/snippets/sketch-job.ts';
import { ask as stream } from '../../src/content/snippets/sketch-stream.ts';
import { ask as sync } from '../../src/content/snippets/sketch-sync.ts';
import { snippet } from './snippets.ts';

type Event = Readonly<Record<string, unknown>> & { type: string };

interface Request {
  url: string;
  method: string;
  headers: Record<string, string>;
  body: unknown;
}

let requests: Request[];
let replies: Response[];

beforeEach(() => {
  requests = [];
  replies = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => {
    const { method = 'GET', body } = init;
    const headers = Object.fromEntries(new Headers(init.headers));
    requests.push({
      url,
      method,
      headers,
      body: typeof body === 'string' ? (JSON.parse(body) as unknown) : undefined,
    });
    return Promise.resolve(replies.shift()!);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const json = (value: unknown) => new Response(JSON.stringify(value));

/** Server-sent events, each with its name, in chunks of `size` bytes: lines and characters are cut where it falls. */
function sse(events: readonly Event[], size = 7): Response {
  const text = events
    .map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
    .join(': keep-alive\n\n');
  const bytes = new TextEncoder().encode(text);
  return new Response(
    new ReadableStream({
      start(controller) {
        for (let i = 0; i < bytes.length; i += size) controller.enqueue(bytes.slice(i, i + size));
        controller.close();
      },
    }),
  );
}

/** What an async generator yields, and how it ended. */
async function taken<T>(source: AsyncIterable<T>): Promise<{ values: T[]; error: string | null }> {
  const values: T[] = [];
  try {
    for await (const value of source) values.push(value);
  } catch (error) {
    return { values, error: (error as Error).message };
  }
  return { values, error: null };
}

const delta = (text: string) => ({
  type: 'content_block_delta',
  index: 0,
  delta: { type: 'text_delta', text },
});
const messages = [{ role: 'user', content: 'Hello?' }];
const anthropic = { 'anthropic-version': '2023-06-01', 'content-type': 'application/json' };

describe('sketch-sync.ts', () => {
  const message = (stop_reason: string) =>
    json({
      stop_reason,
      content: [
        { type: 'text', text: 'Good ' },
        { type: 'text', text: 'day' },
      ],
    });

  it('asks once and gives the whole text', async () => {
    replies = [message('end_turn')];
    expect(await sync('some-model', 'Hello?')).toBe('Good day');
    expect(requests).toEqual([
      {
        url: 'https://api.anthropic.com/v1/messages',
        method: 'POST',
        headers: expect.objectContaining({
          ...anthropic,
          'x-api-key': expect.any(String) as string,
        }) as unknown,
        body: { model: 'some-model', max_tokens: 50, messages },
      },
    ]);
  });

  it.each([
    { name: 'HTTP 429', reply: () => new Response('', { status: 429 }), error: 'HTTP 429' },
    {
      name: 'an answer that ran into max_tokens',
      reply: () => message('max_tokens'),
      error: 'Cut off',
    },
  ])('rejects $name', async ({ reply, error }) => {
    replies = [reply()];
    await expect(sync('some-model', 'Hello?')).rejects.toThrow(error);
  });
});

describe('sketch-stream.ts', () => {
  const ask = () => taken(stream('some-model', 'Hello?', new AbortController().signal));
  const opening = [
    { type: 'message_start', message: { usage: {} } },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'ping' },
    delta('Guten '),
    delta('Tag 食👋'),
  ];

  it('yields the text as it comes, whatever the chunks, and ends at message_stop', async () => {
    for (const size of [1, 7, 4096]) {
      replies = [
        sse(
          [
            ...opening,
            {
              type: 'content_block_delta',
              index: 1,
              delta: { type: 'input_json_delta', partial_json: '{' },
            },
            { type: 'content_block_stop', index: 0 },
            { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: {} },
            { type: 'message_stop' },
          ],
          size,
        ),
      ];
      expect(await ask()).toEqual({ values: ['Guten ', 'Tag 食👋'], error: null });
    }
    expect(requests[0]).toMatchObject({
      url: 'https://api.anthropic.com/v1/messages',
      method: 'POST',
      headers: anthropic,
      body: { model: 'some-model', stream: true, messages },
    });
  });

  it.each([
    {
      name: 'an error in the midst of it',
      reply: () =>
        sse([
          ...opening,
          { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
        ]),
      values: ['Guten ', 'Tag 食👋'],
      error: 'Overloaded',
    },
    {
      name: 'an end without message_stop',
      reply: () => sse(opening),
      values: ['Guten ', 'Tag 食👋'],
      error: 'Cut off',
    },
    {
      name: 'HTTP 529',
      reply: () => new Response('', { status: 529 }),
      values: [],
      error: 'HTTP 529',
    },
  ])('fails on $name, and keeps what had come', async ({ reply, values, error }) => {
    replies = [reply()];
    expect(await ask()).toEqual({ values, error });
  });
});

describe('sketch-job.ts', () => {
  const event = (sequence_number: number, type: string, more = {}) => ({
    type,
    sequence_number,
    ...more,
  });
  const created = event(0, 'response.created', { response: { id: 'resp_1' } });
  const words = (n: number) => event(n, 'response.output_text.delta', { delta: `word ${n} ` });

  it('starts in the background, reports each event, and ends with the job', async () => {
    replies = [
      sse([created, words(1), event(2, 'response.completed', { response: { id: 'resp_1' } })]),
    ];
    const job = { seen: 0 };
    const { values, error } = await taken(report('some-model', 'Dig.', job));
    expect(error).toBeNull();
    expect(values.map(({ type }) => type)).toEqual([
      'response.created',
      'response.output_text.delta',
      'response.completed',
    ]);
    expect(job).toEqual({ id: 'resp_1', seen: 2 });
    expect(requests[0]).toMatchObject({
      url: 'https://api.openai.com/v1/responses',
      method: 'POST',
      body: { model: 'some-model', input: 'Dig.', background: true, stream: true },
    });
    expect(requests[0]!.headers['authorization']).toMatch(/^Bearer /);
  });

  it('goes on after the last event it saw when the connection is lost', async () => {
    replies = [sse([created, words(1)]), sse([words(2), event(3, 'response.completed')])];
    const job = { seen: 0 };
    expect((await taken(report('some-model', 'Dig.', job))).error).toBe('Connection lost');
    const { values, error } = await taken(report('some-model', 'Dig.', job));
    expect(error).toBeNull();
    expect(values.map((each) => each.sequence_number)).toEqual([2, 3]);
    expect(requests[1]).toMatchObject({
      url: 'https://api.openai.com/v1/responses/resp_1?stream=true&starting_after=1',
      method: 'GET',
    });
  });

  it.each(['response.failed', 'response.incomplete', 'error'])('fails on %s', async (type) => {
    replies = [sse([created, event(1, type)])];
    expect((await taken(report('some-model', 'Dig.', { seen: 0 }))).error).toBe(type);
  });

  it('is not failed by a tool that failed', async () => {
    replies = [
      sse([created, event(1, 'response.mcp_call.failed'), event(2, 'response.completed')]),
    ];
    expect((await taken(report('some-model', 'Dig.', { seen: 0 }))).error).toBeNull();
  });

  it('fails on HTTP 429', async () => {
    replies = [new Response('', { status: 429 })];
    expect((await taken(report('some-model', 'Dig.', { seen: 0 }))).error).toBe('HTTP 429');
  });

  it('is stopped by a request of its own', async () => {
    replies = [json({ status: 'cancelled' })];
    await stop('resp_1');
    expect(requests[0]).toMatchObject({
      url: 'https://api.openai.com/v1/responses/resp_1/cancel',
      method: 'POST',
    });
  });
});

describe('sketch-batch.ts', () => {
  const api = 'https://api.anthropic.com/v1/messages/batches';
  const batch = (processing_status: string) =>
    json({
      id: 'msgbatch_1',
      processing_status,
      results_url: processing_status === 'ended' ? `${api}/msgbatch_1/results` : null,
    });
  const work = new Map([
    ['a', { model: 'some-model', max_tokens: 8, messages }],
    ['b', { model: 'some-model', max_tokens: 8, messages }],
  ]);

  it('hands in one JSON body, asks once a minute, and matches results by id', async () => {
    vi.useFakeTimers();
    const done = { custom_id: 'b', result: { type: 'succeeded', message: { content: [] } } };
    const failed = { custom_id: 'a', result: { type: 'errored', error: { type: 'error' } } };
    replies = [
      batch('in_progress'),
      batch('in_progress'),
      batch('ended'),
      new Response(`${JSON.stringify(done)}\n${JSON.stringify(failed)}\n`),
    ];
    const results = run(work);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_001);
    expect(await results).toEqual(
      new Map<string, object>([
        ['b', done.result],
        ['a', failed.result],
      ]),
    );
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${api}`,
      `GET ${api}/msgbatch_1`,
      `GET ${api}/msgbatch_1`,
      `GET ${api}/msgbatch_1/results`,
    ]);
    expect(requests[0]!.body).toEqual({
      requests: [
        { custom_id: 'a', params: work.get('a') },
        { custom_id: 'b', params: work.get('b') },
      ],
    });
    for (const { headers } of requests) expect(headers).toMatchObject(anthropic);
  });

  it('fails on HTTP 429', async () => {
    replies = [new Response('', { status: 429 })];
    await expect(run(work)).rejects.toThrow('HTTP 429');
  });
});

it.each(['batch', 'job', 'stream', 'sync'])(
  'sketch-%s.ts fits its box, and names no model and no key',
  (transport) => {
    const code = snippet(`sketch-${transport}.ts`);
    const lines = code.trim().split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(82);
    expect(lines.length).toBeLessThanOrEqual(36);
    expect(code).not.toMatch(/gpt-|claude-|gemini-|sk-/);
    expect(code).toContain('On your server: a key never goes to a browser.');
  },
);

import { EventEmitter, on, once } from 'node:events';
import { createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { read } from '../../src/content/snippets/read-stream.ts';
import { relay } from '../../src/content/snippets/server-node.ts';

// Real connections on a busy machine take their time, and that is no failure.
vi.setConfig({ testTimeout: 60_000 });

type Answer = Parameters<typeof relay>[0];

/** Serves `answer` while `use` runs. Nothing is left open behind it. */
async function serving(
  answer: Answer,
  use: (url: string, ended: Promise<unknown>) => Promise<void>,
) {
  const ended = Promise.withResolvers<unknown>();
  const server = createServer((_, response) => {
    relay(answer, response).then(ended.resolve, ended.reject);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, ended.promise);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const connect = async (url: string) => {
  const request = get(url);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  return { request, response };
};

/** A macrotask: after all the microtasks that are due. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

const pieces = (...texts: string[]): Answer =>
  async function* () {
    for (const text of texts) yield await Promise.resolve(text);
  };

const event = (text: string) => `event: message\ndata: ${JSON.stringify({ text })}\n\n`;
const done = 'event: done\ndata: {}\n\n';

describe('server-node.ts on the wire', () => {
  it('sends these headers, an opening comment, an event per piece, and an end', () =>
    serving(pieces('A full bucket', '\n\n', '食'), async (url) => {
      const { response } = await connect(url);
      expect(response.statusCode).toBe(200);
      expect(response.headers).toMatchObject({
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      });
      const bytes: Buffer[] = [];
      for await (const chunk of response) bytes.push(chunk as Buffer);
      expect(Buffer.concat(bytes)).toEqual(
        Buffer.from(`: open\n\n${event('A full bucket')}${event('\n\n')}${event('食')}${done}`),
      );
    }));

  it('sends the head before the first piece, and each piece before the next', async () => {
    const gates = [0, 1, 2].map(() => Promise.withResolvers<string>());
    const answer: Answer = async function* () {
      for (const gate of gates) yield await gate.promise;
    };
    await serving(answer, async (url) => {
      const { response } = await connect(url); // the head is here, and nothing has been said
      const chunks = on(response.setEncoding('utf8'), 'data');
      let text = '';
      const until = async (end: string) => {
        while (!text.endsWith(end)) text += ((await chunks.next()).value as [string])[0];
      };
      await until(': open\n\n');
      for (const [i, gate] of gates.entries()) {
        gate.resolve(String(i));
        await until(event(String(i)));
      }
      await until(done);
    });
  });

  it('aborts the work when the reader goes, and ends without a throw', async () => {
    let reason: unknown;
    const answer: Answer = async function* (signal) {
      yield 'first';
      await once(signal, 'abort');
      reason = signal.reason;
      signal.throwIfAborted();
    };
    await serving(answer, async (url, ended) => {
      const { request, response } = await connect(url);
      await once(response, 'data');
      request.on('error', () => undefined).destroy();
      await ended;
      expect(reason).toMatchObject({ name: 'AbortError' });
    });
  });

  it('says in the stream that the work failed, and does not say that it is done', () => {
    const answer: Answer = async function* () {
      yield await Promise.resolve('half an ans');
      throw new Error('secret');
    };
    return serving(answer, async (url) => {
      const { response } = await connect(url);
      const text = (await response.setEncoding('utf8').toArray()).join('');
      expect(text).toBe(
        `: open\n\n${event('half an ans')}event: error\ndata: {"message":"cut short"}\n\n`,
      );
    });
  });

  it('is read by read-stream.ts, whatever the text', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), (texts) =>
        serving(pieces(...texts), async (url) => {
          const got = await Array.fromAsync(read(url, {}, new AbortController().signal));
          expect(got).toEqual(texts.map((text) => ({ text })));
        }),
      ),
      { seed: 1, numRuns: 15 },
    ));
});

/** A response that remembers what is written and is full when the test says so. */
class FakeResponse extends EventEmitter {
  full = false;
  written: string[] = [];
  headers: string[] = [];
  ended = false;
  setHeader = (name: string) => void this.headers.push(name);
  flushHeaders = () => void this.written.push('(head)');
  write = (text: string) => (this.written.push(text), !this.full);
  end = () => void (this.ended = true);
  asResponse = () => this as unknown as ServerResponse;
}

describe('server-node.ts and a reader', () => {
  afterEach(() => vi.useRealTimers());

  it('takes nothing more from the model until a slow reader has caught up', async () => {
    const response = new FakeResponse();
    response.full = true;
    let taken = 0;
    const answer: Answer = async function* () {
      for (; taken < 3;) yield await Promise.resolve(String(++taken));
    };
    const relayed = relay(answer, response.asResponse());
    for (const expected of [1, 2, 3]) {
      await settle();
      await settle();
      expect(taken).toBe(expected);
      response.emit('drain');
    }
    response.full = false;
    await settle();
    response.emit('drain');
    await relayed;
    expect(response.written.at(-1)).toBe(done);
  });

  it('stops waiting for a slow reader who goes', async () => {
    const response = new FakeResponse();
    response.full = true;
    let closed = false;
    const answer: Answer = async function* () {
      try {
        yield await Promise.resolve('a');
      } finally {
        closed = true;
      }
    };
    const relayed = relay(answer, response.asResponse());
    await settle();
    response.emit('close');
    await relayed;
    expect(closed).toBe(true);
    expect(response.listenerCount('drain')).toBe(0);
  });

  it('sends a comment every 15 s of silence, and none after the end', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const response = new FakeResponse();
    const gate = Promise.withResolvers<string>();
    const answer: Answer = async function* () {
      yield await gate.promise;
    };
    const relayed = relay(answer, response.asResponse());
    expect(response.written).toEqual(['(head)', ': open\n\n']);
    vi.advanceTimersByTime(14_999);
    expect(response.written).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(response.written.slice(2)).toEqual([': beat\n\n']);
    vi.advanceTimersByTime(30_000);
    expect(response.written.slice(2)).toEqual(Array(3).fill(': beat\n\n'));
    gate.resolve('at last');
    await relayed;
    expect(response.written.slice(5)).toEqual([event('at last'), done]);
    expect(response.ended).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});

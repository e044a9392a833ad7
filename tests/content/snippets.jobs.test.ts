import { getEventListeners, once } from 'node:events';
import { createServer, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pollJob } from '../../src/content/snippets/poll-job.ts';
import { follow, stop } from '../../src/content/snippets/resume-stream.ts';
import { exchanges } from './httpExchange.ts';
import { snippet } from './snippets.ts';

const job = exchanges(snippet('job.http'));
const [submit, ask, done, cancel] = job;

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('job.http', () => {
  it('submits, asks, is sent to the result, and can cancel', () =>
    expect(job.map(({ request, response }) => [request.method, response.status])).toEqual([
      ['POST', 202],
      ['GET', 200],
      ['GET', 303],
      ['DELETE', 204],
    ]));

  it('gives every status its name', () => {
    for (const { response } of job) expect(response.reason).toBe(STATUS_CODES[response.status]);
  });

  it('submits JSON with a key: a quoted string, as the draft has it', () => {
    const { headers, body } = submit!.request;
    expect(headers.get('idempotency-key')).toMatch(/^"[\x20-\x7e]+"$/);
    expect(headers.get('content-type')).toBe('application/json');
    expect(body).toHaveProperty('question');
  });

  it('asks where 202 said, and cancels there', () => {
    const status = new URL(submit!.response.headers.get('location')!, submit!.request.url).href;
    for (const { request } of [ask!, done!, cancel!]) expect(request.url.href).toBe(status);
    expect(done!.response.headers.get('location')).toBe(`${new URL(status).pathname}/result`);
  });

  it('says when to ask again as long as there is something to wait for', () => {
    for (const { response } of job) {
      const waiting = response === submit!.response || response === ask!.response;
      expect(/^\d+$/.test(response.headers.get('retry-after') ?? '')).toBe(waiting);
    }
  });

  it('says what kind of body there is, where there is one', () => {
    for (const { headers, body } of job.flatMap((e) => [e.request, e.response]))
      expect(headers.get('content-type')).toBe(body === undefined ? null : 'application/json');
  });

  const wrong = [
    { name: 'no response', given: '### A\nGET https://a.example/\n', expect: 'one request and' },
    { name: 'no URL', given: '### A\nGET\n\nHTTP/1.1 200 OK\n', expect: 'not a request: "GET"' },
    {
      name: 'no name of a status',
      given: '### A\nGET https://a.example/\n\nHTTP/1.1 200\n',
      expect: 'not a status line',
    },
    {
      name: 'a broken header',
      given: '### A\nGET https://a.example/\nAccept text\n\nHTTP/1.1 200 OK\n',
      expect: 'not a header: "Accept text"',
    },
    { name: 'a stray line', given: 'GET /\n### A\n', expect: 'before the first ###' },
  ];
  it.each(wrong)('its reader finds $name', ({ given, expect: message }) =>
    expect(() => exchanges(given)).toThrow(message),
  );
});

describe('poll-job.ts', () => {
  const url = 'https://api.example/jobs/17';
  const result = () =>
    Object.defineProperty(Response.json({ answer: 42 }), 'redirected', { value: true });
  const running = (progress: number, retryAfter?: string) =>
    Response.json({ progress }, { headers: retryAfter ? { 'retry-after': retryAfter } : {} });

  /** Answers one request after the other; aborted, it rejects as `fetch` does. */
  function answer(...replies: Response[]) {
    const fetched = vi.fn((_: string, { signal }: { signal: AbortSignal }) =>
      signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve(replies.shift()!),
    );
    vi.stubGlobal('fetch', fetched);
    return fetched;
  }

  /** Everything that is due now, and what comes of it. */
  const settle = () => vi.advanceTimersByTimeAsync(0);

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(Math, 'random').mockReturnValue(0);
  });

  const waits = [
    { name: 'as long as Retry-After says', given: '5', random: 0, expect: 5_000 },
    { name: 'up to a quarter longer', given: '5', random: 0.8, expect: 6_000 },
    { name: '2 s without Retry-After', given: undefined, random: 0, expect: 2_000 },
    {
      name: '2 s when it is a date',
      given: 'Sun, 22 Nov 2026 10:00:00 GMT',
      random: 0,
      expect: 2_000,
    },
  ];
  it.each(waits)('waits $name', async ({ given, random, expect: ms }) => {
    vi.mocked(Math.random).mockReturnValue(random);
    const fetched = answer(running(0.4, given), result());
    const shown = vi.fn();
    const polled = pollJob(url, new AbortController().signal, shown);
    await vi.advanceTimersByTimeAsync(ms - 1);
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(shown).toHaveBeenCalledExactlyOnceWith(0.4);
    await vi.advanceTimersByTimeAsync(1);
    expect(await (await polled).json()).toEqual({ answer: 42 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no listener behind, however often it asks', async () => {
    const { signal } = new AbortController();
    answer(running(0.1), running(0.2), running(0.3), result());
    const polled = pollJob(url, signal, () => undefined);
    await settle();
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(6_000);
    await polled;
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });

  it('stops at once when aborted in a pause', async () => {
    const controller = new AbortController();
    const fetched = answer(running(0.4, '3600'));
    const rejected = expect(
      pollJob(url, controller.signal, () => undefined),
    ).rejects.toHaveProperty('name', 'AbortError');
    await settle();
    controller.abort();
    await rejected;
    expect(fetched).toHaveBeenCalledTimes(2); // the second rejects before it is sent
    expect(vi.getTimerCount()).toBe(0);
  });

  const failures = [
    {
      name: 'the job failed',
      given: () => Response.json({ error: 'no such index' }),
      expect: 'no such index',
    },
    { name: 'HTTP error', given: () => new Response('', { status: 404 }), expect: 'HTTP 404' },
    {
      name: 'the result is an HTTP error',
      given: () =>
        Object.defineProperty(new Response('', { status: 410 }), 'redirected', { value: true }),
      expect: 'HTTP 410',
    },
  ];
  it.each(failures)('rejects: $name', async ({ given, expect: message }) => {
    answer(given());
    await expect(pollJob(url, new AbortController().signal, () => undefined)).rejects.toThrow(
      message,
    );
  });

  it('reads the very exchange of job.http, from a server that speaks HTTP', async () => {
    vi.useRealTimers();
    // The server is real; of time, only the pause that its Retry-After asks for is skipped.
    const later = setTimeout;
    const pauses = vi.fn(queueMicrotask);
    vi.stubGlobal('setTimeout', (callback: () => void, ms: number) =>
      ms === 5_000 ? pauses(callback) : later(callback, ms),
    );
    const replies = [ask!.response, done!.response];
    const server = createServer((request, response) => {
      const reply = request.url === ask!.request.url.pathname ? replies.shift() : undefined;
      response.writeHead(reply?.status ?? 200, Object.fromEntries(reply?.headers ?? []));
      response.end(reply?.body === undefined ? 'the result' : JSON.stringify(reply.body));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const shown = vi.fn();
    const { port } = server.address() as AddressInfo;
    const { pathname } = ask!.request.url;
    const polled = await pollJob(
      `http://127.0.0.1:${port}${pathname}`,
      new AbortController().signal,
      shown,
    );
    expect(await polled.text()).toBe('the result');
    expect(polled.url).toBe(`http://127.0.0.1:${port}${pathname}/result`);
    expect(shown).toHaveBeenCalledExactlyOnceWith(0.4);
    expect(pauses).toHaveBeenCalledOnce();
    server.closeAllConnections();
    server.close();
  });
});

/** What a browser's EventSource does, as far as the test makes it. */
class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static all: FakeEventSource[] = [];
  readyState = 0;
  onmessage?: (event: MessageEvent) => void;
  onerror?: () => void;

  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    FakeEventSource.all.push(this);
  }

  close = () => void (this.readyState = FakeEventSource.CLOSED);

  message(id: number, text: string) {
    this.onmessage!(
      new MessageEvent('message', { lastEventId: String(id), data: JSON.stringify({ text }) }),
    );
  }

  fail(readyState: number) {
    this.readyState = readyState;
    this.onerror!();
  }
}

describe('resume-stream.ts', () => {
  let leave: AbortController;
  const shown: string[] = [];
  const source = () => FakeEventSource.all.at(-1)!;
  const followed = () => follow('/jobs/17', (text) => shown.push(text), leave.signal);

  beforeEach(() => {
    leave = new AbortController();
    shown.length = 0;
    FakeEventSource.all.length = 0;
    vi.stubGlobal('EventSource', FakeEventSource);
  });

  it('listens to the events of the job', () => {
    void followed();
    expect(source().url).toBe('/jobs/17/events');
  });

  it('shows every event once, whatever a replay repeats', async () => {
    const ended = followed();
    source().message(1, 'one ');
    source().message(2, 'two ');
    source().fail(0); // it connects again by itself
    for (const [i, text] of ['two ', 'three'].entries()) source().message(i + 2, text);
    source().message(1, 'one ');
    source().dispatchEvent(new Event('done'));
    await ended;
    expect(shown.join('')).toBe('one two three');
    expect(FakeEventSource.all).toHaveLength(1);
  });

  it('closes when the job is done, before the browser connects again', async () => {
    const ended = followed();
    source().dispatchEvent(new Event('done'));
    expect(source().readyState).toBe(FakeEventSource.CLOSED);
    await ended;
  });

  it('rejects when the browser has given up, and only then', async () => {
    const ended = followed();
    source().fail(0);
    source().message(1, 'still here');
    source().fail(FakeEventSource.CLOSED);
    await expect(ended).rejects.toThrow('No such job');
    expect(shown).toEqual(['still here']);
  });

  it('who has left already hears nothing, and nothing stays open', async () => {
    leave.abort();
    await followed();
    expect(source().readyState).toBe(FakeEventSource.CLOSED);
  });

  it('to leave closes the source and stops no work; to stop is a request of its own', async () => {
    const fetched = vi.fn(() => Promise.resolve(new Response(null, { status: 204 })));
    vi.stubGlobal('fetch', fetched);
    const ended = followed();
    leave.abort();
    await ended;
    expect(source().readyState).toBe(FakeEventSource.CLOSED);
    expect(fetched).not.toHaveBeenCalled();
    expect((await stop('/jobs/17')).status).toBe(cancel!.response.status);
    expect(fetched).toHaveBeenCalledExactlyOnceWith('/jobs/17', { method: cancel!.request.method });
  });
});

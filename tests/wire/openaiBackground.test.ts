// Responses that go on without their client, and are read again: on a clock that the tests move.
import OpenAI from 'openai';
import type { ResponseStreamEvent } from 'openai/resources/responses/responses';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/wire/play.ts';
import { handClock } from './handClock.ts';
import { headersOf, served } from './serve.ts';

const clock = handClock();
const streams: Progress[] = [];
const server = served({ clock, onStream: (progress) => streams.push(progress) });
/** The first token after a second, twenty in all, ten a second. */
const client = (settings = '') =>
  new OpenAI({
    baseURL: `${server.url}/v1`,
    apiKey: 'none',
    defaultHeaders: headersOf(`ttft=1000&rate=10&tokens=20&framing=0&${settings}`),
    maxRetries: 0,
  }).responses;
const ask = { model: 'mock', input: 'Why?' };
const later = { ...ask, background: true };

type Events = AsyncIterator<ResponseStreamEvent>;
const open = async (stream: Promise<AsyncIterable<ResponseStreamEvent>>): Promise<Events> =>
  (await stream)[Symbol.asyncIterator]();

async function take(events: Events, count: number): Promise<ResponseStreamEvent[]> {
  const taken: ResponseStreamEvent[] = [];
  while (taken.length < count) taken.push((await events.next()).value as ResponseStreamEvent);
  return taken;
}

async function rest(events: Events): Promise<ResponseStreamEvent[]> {
  return Array.fromAsync({ [Symbol.asyncIterator]: () => events });
}

/** Creates a streamed background response whose client goes before its first token. */
async function abandoned(settings = ''): Promise<string> {
  const events = await open(client(settings).create({ ...later, stream: true }));
  const [created] = await take(events, 2);
  await events.return?.();
  await expect.poll(() => server.wire.streams.size).toBe(0);
  return (created as { response: { id: string } }).response.id;
}

const text = (events: readonly ResponseStreamEvent[]) =>
  events.map((event) => (event.type === 'response.output_text.delta' ? event.delta : '')).join('');

describe('a response in the background', () => {
  it('waits, is made, and is done', async () => {
    const { id, status } = await client().create(later);
    expect(status).toBe('queued');
    const seen: unknown[] = [];
    for (const ms of [499, 1, 2_399, 1]) {
      await clock.pass(ms);
      seen.push((await client().retrieve(id)).status);
    }
    expect(seen).toEqual(['queued', 'in_progress', 'in_progress', 'completed']);
    const { output_text, usage, created_at, completed_at } = await client().retrieve(id);
    expect(output_text).toMatch(/^The likeliest cause/);
    expect(usage!.output_tokens).toBe(20);
    expect(completed_at! - created_at).toBe(2);
  });

  it('fails where it is told to, whoever asks', async () => {
    const id = await abandoned('errorat=5');
    await clock.pass(1_399);
    expect((await client().retrieve(id)).status).toBe('in_progress');
    await clock.pass(1);
    expect(await client().retrieve(id)).toMatchObject({
      status: 'failed',
      error: { code: 'server_error' },
    });
    const events = await open(client().retrieve(id, { stream: true }));
    await expect(rest(events)).rejects.toThrow('errorat');
  });

  it('is kept for ten minutes', async () => {
    const { id } = await client().create(later);
    await clock.pass(2_900 + 600_000);
    expect((await client().retrieve(id)).status).toBe('completed');
    await clock.pass(1);
    await expect(client().retrieve(id)).rejects.toMatchObject({ status: 404 });
  });
});

describe('a stream that is opened again', () => {
  it('says what was missed, then goes on when it comes', async () => {
    const id = await abandoned();
    await clock.pass(1_450); // Five tokens have been said.
    const events = await open(client().retrieve(id, { stream: true, starting_after: 1 }));
    const missed = await take(events, 3 + 5);
    expect(text(missed)).toBe('The likeliest cause');
    await clock.pass(1_450);
    const [first, ...others] = [...missed, ...(await rest(events))];
    expect(first!.sequence_number).toBe(2);
    expect(others.map((event) => event.sequence_number)).toEqual(others.map((_, i) => 3 + i));
    expect(others.at(-1)!.type).toBe('response.completed');
    expect(text(others)).toBe((await client().retrieve(id)).output_text);
    expect(streams.at(-1)!.written.filter(({ at, due }) => at < due)).toEqual([]);
  });

  it('begins after any event, without loss or duplicate', async () => {
    const id = await abandoned('tokens=3&group=2&reasoning=2');
    await clock.pass(5_000);
    const all = await rest(await open(client().retrieve(id, { stream: true })));
    for (const after of all.keys()) {
      const some = await rest(
        await open(client().retrieve(id, { stream: true, starting_after: after })),
      );
      expect(some).toEqual(all.slice(after + 1));
    }
  });

  it('brings a client through a connection that is cut every three tokens', async () => {
    const api = client('cut=3');
    const { id } = await api.create({ ...later, stream: true }).then(async (stream) => {
      const [created] = await take(stream[Symbol.asyncIterator](), 1);
      return (created as { response: { id: string } }).response;
    });
    await clock.pass(5_000);
    const seen: ResponseStreamEvent[] = [];
    let connections = 0;
    while (seen.at(-1)?.type !== 'response.completed') {
      connections++;
      const after = seen.at(-1)?.sequence_number ?? -1;
      const events = await api.retrieve(id, { stream: true, starting_after: after });
      try {
        for await (const event of events) seen.push(event);
      } catch (error) {
        expect(String(error)).toMatch(/terminated/);
      }
    }
    expect(connections).toBe(7);
    expect(text(seen)).toBe((await api.retrieve(id)).output_text);
    expect(seen.map((event) => event.sequence_number)).toEqual([...seen.keys()]);
  });

  it('is read by the client’s own helper', async () => {
    const id = await abandoned();
    await clock.pass(5_000);
    const stream = client().stream({ response_id: id, starting_after: 8 });
    const numbers: number[] = [];
    stream.on('event', (event) => numbers.push(event.sequence_number));
    expect((await stream.finalResponse()).usage!.output_tokens).toBe(20);
    expect(numbers[0]).toBe(9);
  });

  it.each([
    { name: 'was not streamed', asks: later },
    { name: 'was not in the background', asks: ask },
  ])('is refused for a response that $name', async ({ asks }) => {
    const { id } = await client('ttft=0&tokens=1').create(asks);
    await expect(client().retrieve(id, { stream: true })).rejects.toMatchObject({ status: 400 });
    expect((await client().retrieve(id)).status).toBe('completed');
  });

  it('is not there when a plain response lost its client', async () => {
    const events = await open(client().create({ ...ask, stream: true }));
    const [created] = await take(events, 1);
    await events.return?.();
    await expect.poll(() => server.wire.streams.size).toBe(0);
    const { id } = (created as { response: { id: string } }).response;
    await expect(client().retrieve(id)).rejects.toMatchObject({ status: 404 });
  });
});

describe('a response that is cancelled', () => {
  it('stops where it is, and its stream ends', async () => {
    const events = await open(client().create({ ...later, stream: true }));
    const [created] = await take(events, 2);
    const { id } = (created as { response: { id: string } }).response;
    await clock.pass(1_250);
    expect(text(await take(events, 6))).toBe('The likeli');
    const cancelled = await client().cancel(id);
    expect(cancelled).toMatchObject({ status: 'cancelled', output: [] });
    expect(await rest(events)).toEqual([]);

    await clock.pass(5_000);
    expect(await client().cancel(id)).toEqual(cancelled);
    expect(await client().retrieve(id)).toMatchObject(cancelled);
    expect(text(await rest(await open(client().retrieve(id, { stream: true }))))).toBe(
      'The likeli',
    );
  });

  it.each([
    { settings: '', more: {}, says: 'Cannot cancel a completed response.' },
    { settings: '', more: { max_output_tokens: 3 }, says: 'Cannot cancel an incomplete response.' },
    { settings: 'errorat=3', more: {}, says: 'Cannot cancel a failed response.' },
  ])('was not over: $says', async ({ settings, more, says }) => {
    const { id } = await client(settings).create({ ...later, ...more });
    await clock.pass(5_000);
    const before = await client().retrieve(id);
    await expect(client().cancel(id)).rejects.toThrow(says);
    expect(await client().retrieve(id)).toEqual(before);
  });

  it('was in the background', async () => {
    const { id } = await client('ttft=0&tokens=1').create(ask);
    await expect(client().cancel(id)).rejects.toMatchObject({ status: 400 });
    await expect(client().cancel('resp_none')).rejects.toMatchObject({ status: 404 });
  });
});

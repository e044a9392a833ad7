// A client that does not read makes the server wait, not swell: over a connection whose buffers we know.
import { duplexPair, type Duplex } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WireClock } from '../../src/wire/clock.ts';
import type { Progress } from '../../src/wire/play.ts';
import { Wire } from '../../src/wire/wire.ts';

/** Every time has come. */
const hurried: WireClock = {
  now: () => 0,
  until: (_t, signal) => (signal?.aborted ? Promise.reject(new Error('gone')) : Promise.resolve()),
};

const wires: Wire[] = [];
afterEach(() => Promise.all(wires.splice(0).map((wire) => wire.close())));

const body = JSON.stringify({
  model: 'm',
  max_tokens: 9_999,
  stream: true,
  messages: [{ role: 'user', content: 'Hi' }],
});

/** A stream of a server that has all the time in the world, and the client's end of the connection. */
async function open(query: string): Promise<{ client: Duplex; progress: Progress; wire: Wire }> {
  const streams: Progress[] = [];
  const wire = new Wire({ clock: hurried, onStream: (progress) => streams.push(progress) });
  await wire.listen(0);
  wires.push(wire);
  const [client, server] = duplexPair();
  wire.server.emit('connection', server);
  client.write(
    `POST /v1/messages?${query} HTTP/1.1\r\nHost: here\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}`,
  );
  await vi.waitUntil(() => streams.length > 0);
  return { client, progress: streams[0]!, wire };
}

async function read(client: Duplex, until: string): Promise<string> {
  let all = '';
  for await (const chunk of client as AsyncIterable<Buffer>) {
    all += String(chunk);
    if (all.includes(until)) break;
  }
  return all;
}

describe('a client that does not read', () => {
  it('holds the stream once the buffers are full, and gets every token when it reads again', async () => {
    const { client, progress, wire } = await open('response=long&tokens=60&padding=20000');
    await vi.waitUntil(() => progress.state === 'held');
    const written = progress.written.length;
    expect(written).toBeLessThan(20);
    // What one `write` was given, and at most one high-water mark more.
    expect(progress.waiting()).toBeLessThan(20_000 + 2 * 65_536);
    expect([...wire.streams.keys()]).toEqual([progress]);

    const all = await read(client, 'event: message_stop');
    expect(all.match(/event: content_block_delta/g)).toHaveLength(
      progress.written.reduce((sum, { tokens }) => sum + tokens, 0),
    );
    await vi.waitUntil(() => wire.streams.size === 0);
    expect(progress.state).toBe('done');
  });

  it('is seen at GET /', async () => {
    const { progress, wire } = await open('response=long&tokens=60&padding=20000');
    await vi.waitUntil(() => progress.state === 'held');
    const { port } = wire.server.address() as { port: number };
    const status = (await (await fetch(`http://127.0.0.1:${String(port)}/`)).json()) as {
      streams: object[];
    };
    expect(status.streams).toEqual([
      expect.objectContaining({ state: 'held', waitingBytes: progress.waiting() }),
    ]);
  });

  it('and goes away, ends it', async () => {
    const { wire } = await open('tokens=1');
    const { port } = wire.server.address() as { port: number };
    const left = new AbortController();
    await fetch(`http://127.0.0.1:${String(port)}/v1/messages?response=long&padding=1000000`, {
      method: 'POST',
      body,
      signal: left.signal,
    });
    const held = () => [...wire.streams.keys()].find(({ state }) => state === 'held');
    const progress = await vi.waitUntil(held);
    left.abort();
    await vi.waitUntil(() => progress.state === 'left');
  });
});

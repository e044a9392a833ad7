import { get, type IncomingMessage } from 'node:http';
import { Duplex } from 'node:stream';
import { createParser } from 'eventsource-parser';
import { describe, expect, it } from 'vitest';
import {
  excerpt,
  textOf,
  transcript,
  type Http,
  type Line,
  type Transcript,
} from '../../src/components/prose/wire.ts';
import { lineHtml } from '../../src/components/prose/wireHtml.ts';
import type { Dialect, ResponseId } from '../../src/sim/index.ts';
import { encoders, responseTokens } from '../../src/sim/index.ts';

const all = (['messages', 'completions'] as Dialect[]).flatMap((dialect) =>
  (['http1', 'http2'] as Http[]).flatMap((http) =>
    // Japanese: three bytes to most characters. Code: quotes and line ends inside the JSON.
    (['chat', 'japanese', 'code', 'label'] as ResponseId[]).map((response) => ({
      dialect,
      http,
      response,
      sent: transcript(dialect, http, response),
    })),
  ),
);
const chunked = all.filter(({ http }) => http === 'http1');
const framed = all.filter(({ http }) => http === 'http2');

const text = (lines: readonly Line[]) => lines.map((line) => line.text + line.end).join('');
const eventsOf = ({ writes }: Transcript) => writes.flatMap(({ blocks }) => blocks);
const linesOf = (sent: Transcript) => eventsOf(sent).flatMap(({ lines }) => lines);

/** What the encoders write, put together without any of the code under test. */
function encoded(dialect: Dialect, response: ResponseId): string {
  const { opening, delta, closing } = encoders[dialect];
  const pieces = responseTokens(response, dialect).text;
  return opening() + pieces.map(delta).join('') + closing(pieces.length);
}

/** The data of each event, as a parser of event streams reads it. */
function parsed(stream: string): { event: string | undefined; data: string }[] {
  const found: { event: string | undefined; data: string }[] = [];
  createParser({ onEvent: ({ event, data }) => void found.push({ event, data }) }).feed(stream);
  return found;
}

/** Lets Node's own HTTP parser read a response that nobody sent. */
function received(response: string): Promise<{ message: IncomingMessage; body: string }> {
  const socket = new Duplex({ read: () => undefined, write: (_, __, done) => done() });
  return new Promise((resolve, reject) => {
    get({ createConnection: () => socket }, (message) => {
      const pieces: Buffer[] = [];
      message.on('data', (piece: Buffer) => pieces.push(piece));
      message.on('end', () => resolve({ message, body: Buffer.concat(pieces).toString() }));
      message.on('error', reject);
    }).on('error', reject);
    socket.push(response);
  });
}

describe('the events are those of the encoder', () => {
  it.each(all)('$dialect, $http, $response: byte for byte', ({ dialect, response, sent }) => {
    expect(text(linesOf(sent))).toBe(encoded(dialect, response));
  });

  it.each(all)('$dialect, $http, $response: a parser counts as many', ({ sent }) => {
    const events = parsed(text(linesOf(sent)));
    expect(events).toHaveLength(sent.events);
    expect(eventsOf(sent).map(({ number }) => number)).toEqual(events.map((_, i) => i + 1));
    expect(eventsOf(sent).map(({ lines }) => text(lines.filter((l) => l.kind === 'data')))).toEqual(
      events.map(({ data }) => `data: ${data}\n`),
    );
  });

  it.each(all)('$dialect, $http, $response: the marked words are the answer', (given) => {
    const words = linesOf(given.sent).flatMap((line) =>
      line.words ? [JSON.parse(`"${line.text.slice(...line.words)}"`) as string] : [],
    );
    const answer = responseTokens(given.response, given.dialect).text;
    expect(words).toEqual(answer.filter((piece) => piece !== ''));
  });

  it.each(all)('$dialect, $http, $response: sizes are in bytes and add up', ({ sent }) => {
    for (const { blocks, bytes } of sent.writes) {
      for (const block of blocks) expect(block.bytes).toBe(Buffer.byteLength(text(block.lines)));
      expect(blocks.reduce((sum, block) => sum + block.bytes, 0)).toBe(bytes);
    }
    expect(sent.bytes).toBe(Buffer.byteLength(text(linesOf(sent))));
  });

  it.each(all)('$dialect, $http, $response: each says what it is for', ({ sent }) => {
    for (const { note } of eventsOf(sent)) expect(note).toMatch(/\w/);
  });
});

describe('HTTP/1.1', () => {
  it.each(chunked)('$dialect, $response: Node reads it', async ({ dialect, response, sent }) => {
    const { message, body } = await received(textOf(sent));
    expect(message.statusCode).toBe(200);
    expect(message.headers).toEqual({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'transfer-encoding': 'chunked',
    });
    expect(body).toBe(encoded(dialect, response));
    expect(message.complete).toBe(true);
  });

  it.each(chunked)('$dialect, $response: chunks hold all events and nothing else', ({ sent }) => {
    const sizes = sent.writes.map(({ size }) => parseInt(size!.text, 16));
    expect(sizes).toEqual(sent.writes.map(({ bytes }) => bytes));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(sent.bytes);
    const whole = Buffer.byteLength(textOf(sent)) - Buffer.byteLength(text(sent.head));
    expect(sent.bytes + sent.framing).toBe(whole);
  });
});

describe('HTTP/2', () => {
  // https://www.rfc-editor.org/rfc/rfc9113#section-8.2
  it.each(framed)('$dialect, $response: fields that it allows', ({ sent }) => {
    const names = sent.head.map((line) => /^(:?[^:]+): \S/.exec(line.text)![1]!);
    expect(names[0]).toBe(':status');
    for (const name of names) expect(name).toBe(name.toLowerCase());
    for (const name of ['connection', 'keep-alive', 'transfer-encoding', 'upgrade'])
      expect(names).not.toContain(name);
  });

  it.each(framed)('$dialect, $response: no chunks, 9 bytes before each frame', ({ sent }) => {
    expect(textOf(sent)).not.toContain('\r');
    expect(sent.last).toEqual([]);
    expect(sent.framing).toBe(9 * (sent.writes.length + 1));
  });
});

describe('what there is room for', () => {
  it.each(all)('$dialect, $http, $response: nothing goes uncounted', ({ sent }) => {
    const { start, left, end } = excerpt(sent.writes, 3);
    const shown = [...start, end];
    const events = shown.reduce((sum, { blocks }) => sum + blocks.length, 0);
    const bytes = shown.reduce((sum, write) => sum + write.bytes, 0);
    expect({ events: events + left.events, bytes: bytes + left.bytes }).toEqual({
      events: sent.events,
      bytes: sent.bytes,
    });
  });

  it('the opening, three deltas and the closing', () => {
    const { sent } = all[0]!;
    const { start, left, end } = excerpt(sent.writes, 3);
    expect(start).toEqual(sent.writes.slice(0, 4));
    expect(end).toBe(sent.writes.at(-1));
    expect(left.events).toBe(responseTokens('chat', 'messages').text.length - 3);
  });

  it('an answer of one token is shown whole', () => {
    const { sent } = all.find(({ response }) => response === 'label')!;
    const { start, left, end } = excerpt(sent.writes, 3);
    expect([...start, end]).toEqual(sent.writes);
    expect(left).toEqual({ events: 0, bytes: 0 });
  });
});

describe('a line as HTML', () => {
  const cases: { name: string; given: Line; expect: string }[] = [
    {
      name: 'a field of an event',
      given: { kind: 'event', text: 'event: ping', end: '\n' },
      expect: '<b>event:</b> ping<i class="lf"></i>',
    },
    {
      name: 'breaks between the members of an object, and marks the words',
      given: { kind: 'data', text: 'data: {"a":1,"b":"<x"}', end: '\n', words: [18, 20] },
      expect:
        '<b>data:</b> {&#34;a&#34;:1,<wbr>&#34;b&#34;:&#34;<mark>&#60;x</mark>&#34;}<i class="lf"></i>',
    },
    {
      name: 'a header is no field of an event',
      given: { kind: 'header', text: 'cache-control: no-cache', end: '\r\n' },
      expect: 'cache-control: no-cache<i class="crlf"></i>',
    },
    {
      name: 'no line end',
      given: { kind: 'status', text: ':status: 200', end: '' },
      expect: ':status: 200',
    },
  ];
  it.each(cases)('$name', ({ given, expect: html }) => expect(lineHtml(given)).toBe(html));

  it.each(all)('$dialect, $http, $response: no character is added or lost', ({ sent }) => {
    const read = (html: string) =>
      html
        .replaceAll(/<[^>]*>/g, '')
        .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
    for (const line of linesOf(sent)) expect(read(lineHtml(line))).toBe(line.text);
  });
});

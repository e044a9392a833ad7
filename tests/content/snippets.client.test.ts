import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { decode, decodeEach } from '../../src/content/snippets/decode-bytes.ts';
import type { Message, StreamEvent } from '../../src/content/snippets/message-events.ts';
import { read } from '../../src/content/snippets/read-stream.ts';
import { reduce } from '../../src/content/snippets/reducer.ts';
import { encoders, sseEvent } from '../../src/sim/index.ts';
import { pieces } from '../sim/arbitraries.ts';

const utf8 = new TextEncoder();

/** The bytes, cut in two at `at`. */
const cut = (bytes: Uint8Array, at: number) => [bytes.subarray(0, at), bytes.subarray(at)];

const positions = (bytes: Uint8Array) => Array.from({ length: bytes.length + 1 }, (_, at) => at);

describe('read-stream.ts', () => {
  const { signal } = new AbortController();

  /** Answers every request with these chunks. */
  function answer(chunks: Iterable<Uint8Array>, status = 200) {
    const source = chunks[Symbol.iterator]();
    const cancel = vi.fn();
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
      const next = source.next();
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    };
    const fetched = vi.fn(() =>
      Promise.resolve(new Response(new ReadableStream({ pull, cancel }), { status })),
    );
    vi.stubGlobal('fetch', fetched);
    return { fetched, cancel };
  }

  function* endless() {
    for (;;) yield stream;
  }

  const readAll = (question = {}) => Array.fromAsync(read('/answer', question, signal));

  afterEach(() => vi.unstubAllGlobals());

  const data = [{ text: '食 👨‍👩‍👧‍👦' }, { text: '\n\ndata: no' }, { n: [1, null] }];
  const stream = utf8.encode(
    `: open\r\n\r\n${data.map((item) => sseEvent(item)).join(': beat\n\n')}event: done\rdata: {}\r\r`,
  );

  it('asks with a POST, its question as JSON, and the signal', async () => {
    const { fetched } = answer([stream]);
    await readAll({ prompt: 'Hi' });
    expect(fetched).toHaveBeenCalledExactlyOnceWith('/answer', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"prompt":"Hi"}',
      signal,
    });
  });

  it('yields the same, wherever the network cuts', async () => {
    for (const at of positions(stream)) {
      answer(cut(stream, at));
      expect(await readAll(), `cut at byte ${at}`).toEqual(data);
    }
    answer(Array.from(stream, (byte) => Uint8Array.of(byte)));
    expect(await readAll(), 'byte by byte').toEqual(data);
  });

  it('takes no beginning of an answer for the whole, wherever it ends', async () => {
    for (const at of positions(stream).slice(0, -2)) {
      answer([stream.subarray(0, at)]);
      await expect(readAll(), `ends at byte ${at}`).rejects.toThrow('cut off');
    }
  });

  it('throws what the stream says went wrong, after what it said before', async () => {
    answer([utf8.encode(sseEvent({ text: 'half' }) + sseEvent({ type: 'overloaded' }, 'error'))]);
    const got: unknown[] = [];
    const reading = (async () => {
      for await (const item of read('/answer', {}, signal)) got.push(item);
    })();
    await expect(reading).rejects.toThrow('{"type":"overloaded"}');
    expect(got).toEqual([{ text: 'half' }]);
  });

  it('throws on an HTTP error', async () => {
    answer([stream], 529);
    await expect(readAll()).rejects.toThrow('HTTP 529');
  });

  it('ends the request when its reader leaves early', async () => {
    const { cancel } = answer(endless());
    for await (const item of read('/answer', {}, signal)) {
      expect(item).toEqual(data[0]);
      break;
    }
    await vi.waitFor(() => expect(cancel).toHaveBeenCalled());
  });

  it('rejects with what broke the connection', async () => {
    const broken = new DOMException('The reader left', 'AbortError');
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response(new ReadableStream({ pull: (c) => c.error(broken) }))),
    );
    await expect(readAll()).rejects.toBe(broken);
  });
});

describe('decode-bytes.ts', () => {
  const text = '食 👨‍👩‍👧‍👦';
  const bytes = utf8.encode(text);
  const arriving = async function* (chunks: Iterable<Uint8Array>) {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  };
  const through = async (decoder: typeof decode, chunks: Iterable<Uint8Array>) =>
    (await Array.fromAsync(decoder(arriving(chunks)))).join('');

  it('keeps every character, wherever the network cuts', async () => {
    for (const at of positions(bytes)) expect(await through(decode, cut(bytes, at))).toBe(text);
  });

  it('each chunk by itself: broken at just those cuts that fall inside a character', async () => {
    const starts = new Set<number>([0]);
    for (const character of text) starts.add([...starts].at(-1)! + utf8.encode(character).length);
    for (const at of positions(bytes)) {
      const got = await through(decodeEach, cut(bytes, at));
      expect(got === text, `cut at byte ${at}`).toBe(starts.has(at));
      expect(got.includes('�'), `cut at byte ${at}`).toBe(!starts.has(at));
    }
  });

  it('says in the end what stayed unfinished, as its comments do of 食', async () => {
    const [two, one] = cut(utf8.encode('食'), 2);
    expect(await Array.fromAsync(decode(arriving([two!])))).toEqual(['', '�']);
    expect(await Array.fromAsync(decode(arriving([two!, one!])))).toEqual(['', '食', '']);
    expect(await through(decodeEach, [two!, one!])).toBe('��');
  });

  it('any text, in chunks of any size', () =>
    fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }).filter((t) => !t.startsWith('\ufeff')),
        fc.integer({ min: 1, max: 9 }),
        async (any, size) => {
          const all = utf8.encode(any);
          const chunks = [];
          for (let i = 0; i < all.length; i += size) chunks.push(all.subarray(i, i + size));
          expect(await through(decode, chunks)).toBe(any);
        },
      ),
      { numRuns: 200 },
    ));
});

describe('reducer.ts', () => {
  const empty: Message = { blocks: [], usage: {} };

  /** Frozen all through: who writes to it throws. */
  const freeze = <T>(value: T): T => {
    if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(freeze);
      Object.freeze(value);
    }
    return value;
  };

  /** `events` may hold what no type foresees: so do real streams. */
  const reduceAll = (events: readonly object[]) =>
    events.reduce<Message>(
      (message, event) => freeze(reduce(message, freeze(event) as StreamEvent)),
      freeze(empty),
    );

  const eventsOf = (stream: string) =>
    [...stream.matchAll(/^data: ([^\n]*)\n\n/gm)].map(([, json]) => JSON.parse(json!) as object);

  const start = (index: number, block: object) => ({
    type: 'content_block_start',
    index,
    content_block: block,
  });
  const delta = (index: number, of: object) => ({ type: 'content_block_delta', index, delta: of });
  const stop = (index: number) => ({ type: 'content_block_stop', index });
  const call = (...json: string[]) => [
    start(0, { type: 'tool_use', id: 'toolu_1', name: 'search', input: {} }),
    ...json.map((partial_json) => delta(0, { type: 'input_json_delta', partial_json })),
  ];

  it('reads a whole stream of ours: text, stop reason, usage', () => {
    const { opening, delta: text, closing } = encoders.messages;
    expect(reduceAll(eventsOf(opening() + text('Hel') + text('lo') + closing(7)))).toEqual({
      blocks: [{ type: 'text', text: 'Hello' }],
      usage: { input_tokens: 25, output_tokens: 7 },
      stop: 'end_turn',
    });
  });

  it('joins any pieces', () => {
    const { opening, delta: text } = encoders.messages;
    fc.assert(
      fc.property(pieces(), (texts) => {
        const { blocks } = reduceAll(eventsOf(opening() + texts.map(text).join('')));
        expect(blocks).toEqual([{ type: 'text', text: texts.join('') }]);
      }),
      { numRuns: 100 },
    );
  });

  const cases = [
    {
      name: 'thinking, then text, then a tool call, each in a block of its own',
      given: [
        start(0, { type: 'thinking', thinking: '', signature: '' }),
        delta(0, { type: 'thinking_delta', thinking: 'Let me ' }),
        delta(0, { type: 'thinking_delta', thinking: 'look.' }),
        delta(0, { type: 'signature_delta', signature: 'EqQB' }),
        stop(0),
        start(1, { type: 'text', text: '' }),
        delta(1, { type: 'text_delta', text: 'One moment.' }),
        stop(1),
        start(2, { type: 'tool_use', id: 'toolu_1', name: 'search', input: {} }),
        delta(2, { type: 'input_json_delta', partial_json: '' }),
        delta(2, { type: 'input_json_delta', partial_json: '{"query": "ngi' }),
        delta(2, { type: 'input_json_delta', partial_json: 'nx"}' }),
        stop(2),
        { type: 'message_delta', delta: { stop_reason: 'tool_use' }, usage: { output_tokens: 30 } },
      ],
      expect: {
        blocks: [
          { type: 'thinking', text: 'Let me look.', signature: 'EqQB' },
          { type: 'text', text: 'One moment.' },
          { type: 'tool_use', name: 'search', input: { query: 'nginx' } },
        ],
        usage: { output_tokens: 30 },
        stop: 'tool_use',
      },
    },
    {
      name: 'a tool call has no input before it is whole, not even the empty one it starts with',
      given: call('{"query": '),
      expect: { blocks: [{ input: undefined, text: '{"query": ' }] },
    },
    {
      name: 'text that happens to be JSON',
      given: [
        start(0, { type: 'text', text: '' }),
        delta(0, { type: 'text_delta', text: '42' }),
        stop(0),
      ],
      expect: { blocks: [{ text: '42', input: undefined }] },
    },
    {
      name: 'a tool call that max_tokens cut has none either',
      given: [...call('{"query": "ng'), stop(0)],
      expect: { blocks: [{ input: undefined }] },
    },
    {
      name: 'usage counts are totals: the last one holds, and what it leaves out stays',
      given: [
        { type: 'message_start', message: { usage: { input_tokens: 25, output_tokens: 1 } } },
        { type: 'message_delta', delta: { stop_reason: null }, usage: { output_tokens: 10 } },
        { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 15 } },
      ],
      expect: { usage: { input_tokens: 25, output_tokens: 15 }, stop: 'end_turn' },
    },
    {
      name: 'an error in the middle keeps what had come',
      given: [
        start(0, { type: 'text', text: '' }),
        delta(0, { type: 'text_delta', text: 'half an ans' }),
        { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
      ],
      expect: { blocks: [{ text: 'half an ans' }], error: 'Overloaded' },
    },
    {
      name: 'blocks and deltas of types that are new',
      given: [
        start(0, { type: 'hologram', beam: 1 }),
        delta(0, { type: 'beam_delta', beam: 2 }),
        stop(0),
        start(1, { type: 'text', text: '' }),
        delta(1, { type: 'citations_delta', citation: {} }),
        delta(1, { type: 'text_delta', text: 'Hi' }),
      ],
      expect: { blocks: [{ type: 'hologram', text: '' }, { text: 'Hi' }] },
    },
  ];
  it.each(cases)('$name', ({ given, expect: message }) =>
    expect(reduceAll(given)).toMatchObject(message),
  );

  it('a tool without arguments has an empty input', () =>
    expect(reduceAll([...call(), stop(0)]).blocks[0]!.input).toEqual({}));

  it('a ping, an end or an unknown event changes nothing, wherever it comes', () => {
    const events: readonly object[] = cases[0]!.given;
    for (const type of ['ping', 'message_stop', 'brand_new']) {
      for (const at of events.keys()) {
        expect(reduceAll(events.toSpliced(at, 0, { type }))).toEqual(reduceAll(events));
      }
    }
  });

  it('collects any tool input from any pieces of its JSON', () =>
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 7 }), (value, size) => {
        const json = JSON.stringify(value);
        const parts = json.match(new RegExp(`[^]{1,${size}}`, 'g'))!;
        const [block] = reduceAll([...call(...parts), stop(0)]).blocks;
        expect(block!.input).toEqual(JSON.parse(json));
      }),
      { numRuns: 200 },
    ));
});

import {
  encoders,
  responseTokens,
  utf8Length,
  type Dialect,
  type ResponseId,
} from '../../sim/index.ts';

/*
 * One streamed answer as it travels: lines of text, which make SSE events, which make what the server writes in one
 * go, with what HTTP puts around each. https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export type Http = 'http1' | 'http2';

/** A run of text and the line end after it; fields of HTTP/2 have none. */
export interface Line {
  kind: 'status' | 'header' | 'size' | 'event' | 'data' | 'blank';
  text: string;
  end: '\n' | '\r\n' | '';
  /** Where in `text` the model's own words stand: from, and up to but not including. */
  words?: readonly [number, number];
}

/** One SSE event: its lines, with the blank one that ends it. */
export interface Block {
  /** Its place in the stream, from 1. */
  number: number;
  lines: readonly Line[];
  bytes: number;
  note: string;
}

/** What the server wrote in one go: a chunk in HTTP/1.1, a DATA frame in HTTP/2. */
export interface Write {
  blocks: readonly Block[];
  /** Of its events alone. */
  bytes: number;
  /** The chunk's size. A frame's is in its header, which is binary and not printed. */
  size: Line | null;
  /** What ends a chunk. */
  close: '' | '\r\n';
}

export interface Transcript {
  head: readonly Line[];
  writes: readonly Write[];
  /** The empty chunk after the last one. HTTP/2 ends with an empty frame: binary again. */
  last: readonly Line[];
  events: number;
  /** Of all events. */
  bytes: number;
  /** What chunk sizes and their line ends, or the headers of DATA frames, add to that. */
  framing: number;
}

/** What each event of the opening and the closing is for, in the order in which they are written. */
const notes: Record<Dialect, { opening: string[]; closing: string[] }> = {
  messages: {
    opening: ['opens the message', 'opens block 0, for text', 'may come at any time'],
    closing: ['closes block 0', 'why it stopped, tokens so far', 'the answer is complete'],
  },
  completions: {
    opening: ['the role, no text yet'],
    closing: ['why it stopped', 'the answer is complete'],
  },
};

/** Bytes before each frame: https://www.rfc-editor.org/rfc/rfc9113#section-4.1 */
const FRAME_HEADER = 9;

const crlf = (kind: Line['kind'], text: string): Line => ({ kind, text, end: '\r\n' });

const headers = [
  'content-type: text/event-stream',
  'cache-control: no-cache, no-transform',
  'x-accel-buffering: no',
];

const heads: Record<Http, readonly Line[]> = {
  http1: [
    crlf('status', 'HTTP/1.1 200 OK'),
    ...[...headers, 'transfer-encoding: chunked'].map((text) => crlf('header', text)),
    crlf('blank', ''),
  ],
  http2: [
    { kind: 'status', text: ':status: 200', end: '' },
    ...headers.map((text): Line => ({ kind: 'header', text, end: '' })),
  ],
};

function linesOf(event: string): Line[] {
  const lines = event.slice(0, -1).split('\n');
  const kind = (text: string) => (text.startsWith('event:') ? 'event' : text ? 'data' : 'blank');
  return lines.map((text) => ({ kind: kind(text), text, end: '\n' }));
}

/** An event is its envelope with words let in: where the two first differ, the words begin. */
function markWords(lines: readonly Line[], envelope: readonly Line[]): Line[] {
  return lines.map((line, k) => {
    const without = envelope[k]!.text;
    if (line.text === without) return line;
    let from = 0;
    while (line.text[from] === without[from]) from++;
    return { ...line, words: [from, from + line.text.length - without.length] };
  });
}

const lineText = ({ text, end }: Line) => text + end;

function writeText({ size, blocks, close }: Write): string {
  const body = blocks.flatMap(({ lines }) => lines.map(lineText)).join('');
  return (size ? lineText(size) : '') + body + close;
}

/** All of it that is text, put together again. For HTTP/1.1 that is the response, byte for byte. */
export function textOf({ head, writes, last }: Pick<Transcript, 'head' | 'writes' | 'last'>) {
  return [...head.map(lineText), ...writes.map(writeText), ...last.map(lineText)].join('');
}

/** All that is sent for a prepared answer, one token to an event and one event to a write. */
export function transcript(dialect: Dialect, http: Http, response: ResponseId): Transcript {
  const encoder = encoders[dialect];
  const { text } = responseTokens(response, dialect);
  const { opening, closing } = notes[dialect];
  const envelope = linesOf(encoder.delta(''));
  let events = 0;

  const write = (stream: string, note: (k: number) => string): Write => {
    const blocks = stream.split(/(?<=\n\n)/).map((event, k) => ({
      number: ++events,
      lines: linesOf(event),
      bytes: utf8Length(event),
      note: note(k),
    }));
    const bytes = utf8Length(stream);
    const chunked = http === 'http1';
    return {
      blocks,
      bytes,
      size: chunked ? crlf('size', bytes.toString(16)) : null,
      close: chunked ? '\r\n' : '',
    };
  };
  const delta = (piece: string): Write => {
    const words = utf8Length(JSON.stringify(piece)) - 2; // less the quotes
    const whole = write(encoder.delta(piece), () => `${words} of them text`);
    const blocks = whole.blocks.map((each) => ({
      ...each,
      lines: markWords(each.lines, envelope),
    }));
    return { ...whole, blocks };
  };

  const head = heads[http];
  const writes = [
    write(encoder.opening(), (k) => opening[k]!),
    ...text.map(delta),
    write(encoder.closing(text.length), (k) => closing[k]!),
  ];
  const last = http === 'http1' ? [crlf('size', '0'), crlf('blank', '')] : [];
  const bytes = writes.reduce((sum, each) => sum + each.bytes, 0);
  const framing =
    http === 'http1'
      ? utf8Length(textOf({ head: [], writes, last })) - bytes
      : (writes.length + 1) * FRAME_HEADER;
  return { head, writes, last, events, bytes, framing };
}

/** What a page has room for: the opening, so many deltas, a count of what is left out, the closing. */
export interface Excerpt {
  start: readonly Write[];
  left: { events: number; bytes: number };
  end: Write;
}

export function excerpt(writes: readonly Write[], deltas: number): Excerpt {
  const left = writes.slice(1 + deltas, -1);
  return {
    start: writes.slice(0, -1).slice(0, 1 + deltas),
    left: {
      events: left.reduce((sum, { blocks }) => sum + blocks.length, 0),
      bytes: left.reduce((sum, { bytes }) => sum + bytes, 0),
    },
    end: writes.at(-1)!,
  };
}

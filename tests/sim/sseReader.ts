import type { Dialect } from '../../src/sim/index.ts';

/*
 * A small reader of event streams: enough of the WHATWG rules for a stream of our own, and nothing shared with the
 * code that writes it. https://html.spec.whatwg.org/multipage/server-sent-events.html
 */

/** The data of each event in a stream that comes in any chunks. */
function* events(chunks: Iterable<Uint8Array>): Generator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  let data: string[] = [];
  for (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop()!;
    for (const line of lines) {
      if (line.startsWith('data: ')) data.push(line.slice(6));
      if (line !== '' || data.length === 0) continue;
      yield data.join('\n');
      data = [];
    }
  }
}

interface Delta {
  delta?: { text?: string };
  choices?: { delta: { content?: string } }[];
}

/** The answer's text. */
export function textOf(chunks: Iterable<Uint8Array>, dialect: Dialect): string {
  let text = '';
  for (const data of events(chunks)) {
    if (data === '[DONE]') break;
    const event = JSON.parse(data) as Delta;
    text += (dialect === 'messages' ? event.delta?.text : event.choices?.[0]?.delta.content) ?? '';
  }
  return text;
}

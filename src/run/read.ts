import { createParser } from 'eventsource-parser';

/**
 * The text deltas of a streamed answer, in either dialect: an array for each `read()` of the decoded stream that brought
 * any. Leaving the loop cancels the stream.
 */
export async function* textDeltas(
  bytes: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string[], void> {
  let deltas: string[] = [];
  const parser = createParser({
    onEvent({ data }) {
      const text = data === '[DONE]' ? undefined : deltaOf(JSON.parse(data) as AnyEvent);
      // A token that ends inside a code point adds no text of its own, but it came.
      if (text !== undefined) deltas.push(text);
    },
  });
  const reader = bytes.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      parser.feed(value);
      if (deltas.length > 0) yield deltas;
      deltas = [];
    }
  } finally {
    await reader.cancel();
  }
}

/** What of an event of either dialect matters here. */
interface AnyEvent {
  delta?: { text?: string };
  choices?: { delta: { role?: string; content?: string } }[];
}

function deltaOf({ delta, choices }: AnyEvent): string | undefined {
  const chosen = choices?.[0]?.delta;
  // Chat completions open with an empty content, beside the role.
  return delta?.text ?? (chosen?.role === undefined ? chosen?.content : undefined);
}

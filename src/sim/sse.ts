import type { Dialect } from './scenario.ts';

/*
 * Encodes the SSE events of a streamed answer in two dialects. Messages-style: named events, typed blocks.
 * Chat-completions-style: data only, ended by [DONE]. Ids and the model's name are ours.
 * https://platform.claude.com/docs/en/build-with-claude/streaming · https://github.com/openai/openai-openapi
 */
interface Encoder {
  /** What the server writes before the first token. */
  opening(): string;
  /** The event that carries `text`. */
  delta(text: string): string;
  /** What it writes after the last one. `tokens` is the usage it reports. */
  closing(tokens: number): string;
}

/** One SSE event: an optional `event:` line, a `data:` line, and the blank line that ends it. */
export function sseEvent(data: unknown, type?: string): string {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  return `${type ? `event: ${type}\n` : ''}data: ${text}\n\n`;
}

const named = (data: { type: string }) => sseEvent(data, data.type);

const messages: Encoder = {
  opening: () =>
    named({
      type: 'message_start',
      message: {
        id: 'msg_feelsfast',
        type: 'message',
        role: 'assistant',
        model: 'mock',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 25, output_tokens: 1 },
      },
    } as { type: string }) +
    named({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } } as {
      type: string;
    }) +
    named({ type: 'ping' }),
  delta: (text) =>
    named({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } } as {
      type: string;
    }),
  closing: (tokens) =>
    named({ type: 'content_block_stop', index: 0 } as { type: string }) +
    named({
      type: 'message_delta',
      delta: { stop_reason: 'end_turn', stop_sequence: null },
      usage: { output_tokens: tokens },
    } as { type: string }) +
    named({ type: 'message_stop' }),
};

/** One event of a streamed chat completion. `more` are fields beside its one choice, or instead of it. */
export const completionChunk = (
  delta: object,
  finish: string | null = null,
  { id = 'chatcmpl-feelsfast', model = 'mock', ...more }: Record<string, unknown> = {},
) =>
  sseEvent({
    id,
    object: 'chat.completion.chunk',
    created: 0,
    model,
    choices: [{ index: 0, delta, finish_reason: finish }],
    ...more,
  });

const completions: Encoder = {
  opening: () => completionChunk({ role: 'assistant', content: '' }),
  delta: (text) => completionChunk({ content: text }),
  closing: () => completionChunk({}, 'stop') + sseEvent('[DONE]'),
};

export const encoders: Readonly<Record<Dialect, Encoder>> = { messages, completions };

/** UTF-8 length of well-formed text, in bytes. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a surrogate pair counts two of the pair's four bytes.
    bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return bytes;
}

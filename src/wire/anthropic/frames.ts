import { encoders, sseEvent } from '../../sim/index.ts';
import { whole, type Answer, type Block } from '../answer.ts';
import { grouped, type Frame } from '../frames.ts';
import { errorOf } from './errors.ts';
import type { WireSettings } from '../settings.ts';

const event = (data: { type: string }): string => sseEvent(data, data.type);

/** A thinking block is signed at its end. Ours says whose it is. */
const signature = Buffer.from('signed by a mock').toString('base64');

/** The error that may come after status 200. */
export const failureEvent = event(
  errorOf('overloaded_error', 'The setting errorat asked for this.'),
);

function stopOf({ stop }: Answer) {
  const words = { end: 'end_turn', length: 'max_tokens', tool: 'tool_use' };
  return typeof stop === 'string'
    ? { stop_reason: words[stop], stop_sequence: null }
    : { stop_reason: 'stop_sequence', stop_sequence: stop.sequence };
}

function usage({ inputTokens }: Answer, output: number) {
  return {
    input_tokens: inputTokens,
    cache_creation_input_tokens: 0,
    cache_read_input_tokens: 0,
    output_tokens: output,
  };
}

/** The whole message, for who does not stream. */
export function message(id: string, model: string, answer: Answer): object {
  return {
    id,
    type: 'message',
    role: 'assistant',
    model,
    content: answer.blocks.map((block, i) => complete(block, id, i)),
    ...stopOf(answer),
    usage: usage(answer, answer.outputTokens),
  };
}

const toolId = (id: string, i: number) => `toolu_${id.replace(/^msg_/, '')}_${String(i)}`;

function complete(block: Block, id: string, i: number) {
  if (block.kind === 'text') return { type: 'text', text: whole(block) };
  if (block.kind === 'thinking') return { type: 'thinking', thinking: whole(block), signature };
  return {
    type: 'tool_use',
    id: toolId(id, i),
    name: block.name,
    input: JSON.parse(whole(block)) as unknown,
  };
}

function empty(block: Block, id: string, i: number) {
  if (block.kind === 'text') return { type: 'text', text: '' };
  if (block.kind === 'thinking') return { type: 'thinking', thinking: '', signature: '' };
  return { type: 'tool_use', id: toolId(id, i), name: block.name, input: {} };
}

function delta(block: Block, index: number, text: string): string {
  // What the simulator counts the bytes of.
  if (block.kind === 'text' && index === 0) return encoders.messages.delta(text);
  const content = {
    text: { type: 'text_delta', text },
    thinking: { type: 'thinking_delta', thinking: text },
    tool: { type: 'input_json_delta', partial_json: text },
  }[block.kind];
  return event({ type: 'content_block_delta', index, delta: content } as { type: string });
}

/**
 * The events of a streamed message, in the order of https://platform.claude.com/docs/en/build-with-claude/streaming,
 * each at the time at which the model has what is in it.
 */
export function framesOf(
  id: string,
  model: string,
  answer: Answer,
  settings: WireSettings,
): Frame[] {
  const start = {
    type: 'message_start',
    message: {
      ...message(id, model, { ...answer, blocks: [] }),
      stop_reason: null,
      stop_sequence: null,
      usage: usage(answer, 1),
    },
  };
  const frames: Frame[] = [{ at: 0, text: event(start), tokens: 0, kind: 'opening' }];
  const ping = event({ type: 'ping' });
  answer.blocks.forEach((block, index) => {
    const kind = index === 0 ? 'opening' : 'between';
    const opens = event({
      type: 'content_block_start',
      index,
      content_block: empty(block, id, index),
    } as { type: string });
    frames.push({ at: 0, text: index === 0 ? opens + ping : opens, tokens: 0, kind });
    for (const { text, at, tokens } of grouped(block.pieces, settings.group))
      frames.push({ at, text: delta(block, index, text), tokens, kind: 'delta' });
    const signed = {
      type: 'content_block_delta',
      index,
      delta: { type: 'signature_delta', signature },
    };
    const stops = event({ type: 'content_block_stop', index } as { type: string });
    frames.push({
      at: 0,
      text: block.kind === 'thinking' ? event(signed) + stops : stops,
      tokens: 0,
      kind: 'between',
    });
  });
  const ends = {
    type: 'message_delta',
    delta: stopOf(answer),
    usage: usage(answer, answer.outputTokens),
  };
  const at = answer.blocks.length === 0 ? settings.ttft : 0;
  frames.push({ at, text: event(ends), tokens: 0, kind: 'closing' });
  frames.push({ at, text: event({ type: 'message_stop' }), tokens: 0, kind: 'closing' });
  return frames;
}

import type { Message, MessageDeltaUsage, ToolUseBlock, Usage } from '@anthropic-ai/sdk/resources';
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

/** Tokens of the whole message so far: they replace what was said before, and are not added to it. */
const tokens = ({ inputTokens, outputTokens, reasoning }: Answer) => ({
  input_tokens: inputTokens,
  cache_creation_input_tokens: 0,
  cache_read_input_tokens: 0,
  output_tokens: outputTokens,
  output_tokens_details: { thinking_tokens: reasoning },
});

/** The whole message, for who does not stream. Their client's types have fields that their servers leave out. */
export const message = (
  id: string,
  model: string,
  answer: Answer,
  tier: Usage['service_tier'] = 'standard',
) =>
  ({
    id,
    type: 'message',
    role: 'assistant',
    model,
    content: answer.blocks.map((block, i) => complete(block, id, i)),
    container: null,
    ...stopOf(answer),
    stop_details: null,
    usage: {
      ...tokens(answer),
      cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
      service_tier: tier,
      inference_geo: 'not_available',
    } satisfies Omit<Usage, 'server_tool_use' | 'speed'>,
  }) satisfies Record<Exclude<keyof Message, 'diagnostics'>, unknown>;

function complete(block: Block, id: string, i: number) {
  if (block.kind === 'text') return { type: 'text', text: whole(block) };
  if (block.kind === 'thinking') return { type: 'thinking', thinking: whole(block), signature };
  return toolUse(block.name, id, i, inputOf(whole(block)));
}

function empty(block: Block, id: string, i: number) {
  if (block.kind === 'text') return { type: 'text', text: '' };
  if (block.kind === 'thinking') return { type: 'thinking', thinking: '', signature: '' };
  return toolUse(block.name, id, i, {});
}

const toolUse = (name: string, id: string, i: number, input: unknown) =>
  ({
    type: 'tool_use',
    id: `toolu_${id.replace(/^msg_/, '')}_${String(i)}`,
    name,
    input,
    caller: { type: 'direct' },
  }) satisfies ToolUseBlock;

/** A tool's input. One that `max_tokens` has cut short is no JSON: nothing is left of it. */
function inputOf(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return {};
  }
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
  const begun: Answer = { ...answer, blocks: [], outputTokens: 1, reasoning: 0 };
  const start = {
    type: 'message_start',
    message: { ...message(id, model, begun), stop_reason: null, stop_sequence: null },
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
    // A silent thought has no deltas that its end could go with: it is signed when it has been thought.
    const silent = whole(block) === '';
    if (!silent)
      for (const { text, at, tokens } of grouped(block.pieces, settings.group))
        frames.push({ at, text: delta(block, index, text), tokens, kind: 'delta' });
    const signed = {
      type: 'content_block_delta',
      index,
      delta: { type: 'signature_delta', signature },
    };
    const stops = event({ type: 'content_block_stop', index } as { type: string });
    frames.push({
      at: silent ? block.pieces.at(-1)!.at : 0,
      text: block.kind === 'thinking' ? event(signed) + stops : stops,
      tokens: 0,
      kind: silent ? 'opening' : 'between',
    });
  });
  const ends = {
    type: 'message_delta',
    delta: { container: null, ...stopOf(answer), stop_details: null },
    usage: tokens(answer) satisfies Omit<MessageDeltaUsage, 'server_tool_use'>,
  };
  const at = answer.blocks.length === 0 ? settings.ttft : 0;
  frames.push({ at, text: event(ends), tokens: 0, kind: 'closing' });
  frames.push({ at, text: event({ type: 'message_stop' }), tokens: 0, kind: 'closing' });
  return frames;
}

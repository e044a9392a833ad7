import { sseEvent } from '../../sim/index.ts';
import { completionChunk } from '../../sim/sse.ts';
import { lastAt, whole, type Answer, type Block } from '../answer.ts';
import { grouped, type Frame } from '../frames.ts';
import { errorOf } from './errors.ts';
import type { WireSettings } from '../settings.ts';

/** The error that may come after status 200. */
export const failureEvent = sseEvent({
  error: errorOf('The setting errorat asked for this.', 'server_error'),
});

function finishOf({ stop }: Answer): string {
  return stop === 'length' ? 'length' : stop === 'tool' ? 'tool_calls' : 'stop';
}

function usage({ inputTokens, outputTokens, reasoning }: Answer) {
  return {
    prompt_tokens: inputTokens,
    completion_tokens: outputTokens,
    total_tokens: inputTokens + outputTokens,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: reasoning,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}

type Call = Extract<Block, { kind: 'tool' }>;

const callsIn = ({ blocks }: Answer) =>
  blocks.filter((block): block is Call => block.kind === 'tool');

const toolCall = (id: string, index: number, { name }: Call, text: string) => ({
  id: `call_${id.replace(/^chatcmpl-/, '')}_${String(index)}`,
  type: 'function',
  function: { name, arguments: text },
});

/** The whole completion, for who does not stream. */
export function completion(id: string, model: string, answer: Answer): object {
  const text = answer.blocks.find(({ kind }) => kind === 'text');
  const calls = callsIn(answer).map((block, i) => toolCall(id, i, block, whole(block)));
  const message = {
    role: 'assistant',
    content: text ? whole(text) : null,
    refusal: null,
    ...(calls.length > 0 && { tool_calls: calls }),
  };
  return {
    id,
    object: 'chat.completion',
    created: 0,
    model,
    choices: [{ index: 0, message, logprobs: null, finish_reason: finishOf(answer) }],
    usage: usage(answer),
  };
}

/**
 * The events of a streamed completion, each at the time at which the model has what is in it. A tool's id and name are
 * written in one go with the first piece of its arguments.
 * https://developers.openai.com/api/reference/resources/chat/subresources/completions/streaming-events
 */
export function framesOf(
  id: string,
  model: string,
  answer: Answer,
  settings: WireSettings,
  includeUsage = false,
): Frame[] {
  // With usage asked for, every chunk has the field, and all but the last have nothing in it.
  const from = { id, model, ...(includeUsage && { usage: null }) };
  const chunk = (delta: object, finish?: string) => completionChunk(delta, finish, from);
  const frames: Frame[] = [];
  const add = (kind: Frame['kind'], text: string, at = 0, tokens = 0) =>
    frames.push({ at, text, tokens, kind });

  const speaks = answer.blocks[0]?.kind === 'text';
  add('opening', chunk({ role: 'assistant', content: speaks ? '' : null }));
  let index = -1;
  for (const block of answer.blocks) {
    let opens = '';
    if (block.kind === 'tool')
      opens = chunk({ tool_calls: [{ index: ++index, ...toolCall(id, index, block, '') }] });
    for (const { text, at, tokens } of grouped(block.pieces, settings.group)) {
      const delta =
        block.kind === 'tool'
          ? { tool_calls: [{ index, function: { arguments: text } }] }
          : { content: text };
      add('delta', opens + chunk(delta), at, tokens);
      opens = '';
    }
  }
  add('closing', chunk({}, finishOf(answer)), lastAt(answer, settings));
  if (includeUsage)
    add('closing', completionChunk({}, null, { ...from, choices: [], usage: usage(answer) }));
  add('closing', sseEvent('[DONE]'));
  return frames;
}

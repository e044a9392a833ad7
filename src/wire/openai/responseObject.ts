import type {
  Response,
  ResponseFunctionToolCall,
  ResponseOutputItem,
  ResponseOutputMessage,
  ResponseOutputText,
  ResponseReasoningItem,
  ResponseStatus,
} from 'openai/resources/responses/responses';
import { whole, type Answer, type Block } from '../answer.ts';
import type { Asked } from './responsesRequest.ts';

/** A response that is being made, or has been. */
export interface Making {
  id: string;
  asked: Asked;
  answer: Answer;
  /** When it was asked for, and when it will be done. Seconds on the server's clock */
  created: number;
  completed: number;
}

/** What OpenAI's servers send: their client adds a field. */
type Sent = Omit<Response, 'output_text'>;

/** The response as it is told at one point of its life. */
export function responseOf(
  { id, asked, answer, created, completed }: Making,
  status: ResponseStatus,
  error: Response['error'] = null,
): Sent {
  const { body } = asked;
  const said = <Name extends keyof Sent>(name: Name, otherwise: Sent[Name]) =>
    (body[name] ?? otherwise) as Exclude<Sent[Name], undefined>;
  const over = status === 'completed' || status === 'incomplete';
  return {
    id,
    object: 'response',
    created_at: created,
    status,
    background: asked.background,
    completed_at: status === 'completed' ? completed : null,
    error,
    incomplete_details: status === 'incomplete' ? { reason: 'max_output_tokens' } : null,
    instructions: said('instructions', null),
    max_output_tokens: said('max_output_tokens', null),
    metadata: said('metadata', {}),
    model: asked.model,
    output: over
      ? blocksOf(answer).map((block, i, { length }) =>
          doneItem(id, block, i, i === length - 1 ? status : 'completed'),
        )
      : [],
    parallel_tool_calls: true,
    previous_response_id: said('previous_response_id', null),
    reasoning: said('reasoning', { effort: null, summary: null }),
    access_programs: null,
    temperature: 1,
    tool_choice: said('tool_choice', 'auto'),
    tools: said('tools', []),
    top_p: 1,
    truncation: 'disabled',
    text: said('text', { format: { type: 'text' } }),
    service_tier: 'default',
    ...(over && { usage: usageOf(answer) }),
  };
}

/** The answer's blocks, and an empty one for reasoning that is not shown: it is an item all the same. */
export function blocksOf({ blocks, reasoning }: Answer): Block[] {
  return reasoning > 0 && blocks[0]?.kind !== 'thinking'
    ? [{ kind: 'thinking', pieces: [] }, ...blocks]
    : blocks;
}

/** The output item of a block with `text` in it. `i` is its place in the output. */
export function itemOf(
  id: string,
  block: Block,
  i: number,
  status: 'in_progress' | 'completed' | 'incomplete',
  text: string | null = null,
) {
  const named = (kind: string) => id.replace(/^resp/, kind) + `_${String(i)}`;
  if (block.kind === 'thinking')
    return {
      id: named('rs'),
      type: 'reasoning',
      summary: text === null || block.pieces.length === 0 ? [] : [{ type: 'summary_text', text }],
    } satisfies ResponseReasoningItem;
  if (block.kind === 'tool')
    return {
      id: named('fc'),
      type: 'function_call',
      status,
      arguments: text ?? '',
      call_id: named('call'),
      name: block.name,
    } satisfies ResponseFunctionToolCall;
  return {
    id: named('msg'),
    type: 'message',
    status,
    role: 'assistant',
    content: text === null ? [] : [partOf(text)],
  } satisfies ResponseOutputMessage;
}

/** The one part of a message. */
export const partOf = (text: string): ResponseOutputText => ({
  type: 'output_text',
  text,
  annotations: [],
  logprobs: [],
});

/** A block's item when it is over. */
export function doneItem(
  id: string,
  block: Block,
  i: number,
  status: ResponseStatus,
): ResponseOutputItem {
  return itemOf(id, block, i, status === 'incomplete' ? status : 'completed', whole(block));
}

function usageOf({ inputTokens, outputTokens, reasoning }: Answer) {
  return {
    input_tokens: inputTokens,
    input_tokens_details: { cached_tokens: 0, cache_write_tokens: 0 },
    output_tokens: outputTokens,
    output_tokens_details: { reasoning_tokens: reasoning },
    total_tokens: inputTokens + outputTokens,
  };
}

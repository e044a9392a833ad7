import type { Ask } from '../answer.ts';
import { below, each, flag, oneOf, optionalCount, text, texts } from '../fields.ts';
import { isObject, Refusal, type Json } from '../http.ts';
import { toolChoiceOf, toolsOf } from './tools.ts';

const roles = ['developer', 'system', 'user', 'assistant', 'tool', 'function'] as const;

/** What a chat completion's request asks for. @throws Refusal 400 that names the field */
export function readAsk(body: Json): {
  model: string;
  stream: boolean;
  includeUsage: boolean;
  ask: Ask;
} {
  const said = each(body, 'messages', (message) => oneOf(message, 'role', roles), 1);
  if ((body['n'] ?? 1) !== 1) throw new Refusal(400, 'n: the mock model gives one choice');
  const stream = flag(body, 'stream');
  const options = body['stream_options'] ?? undefined;
  if (options !== undefined && !stream)
    throw new Refusal(400, "stream_options: only allowed when 'stream' is true");
  return {
    model: text(body, 'model'),
    stream,
    includeUsage:
      isObject(options) && below('stream_options', () => flag(options, 'include_usage')),
    ask: {
      tools: toolsOf(body),
      toolChoice: toolChoiceOf(body),
      answersTool: said.at(-1) === 'tool',
      maxTokens:
        optionalCount(body, 'max_completion_tokens') ??
        optionalCount(body, 'max_tokens') ??
        Infinity,
      stopSequences: typeof body['stop'] === 'string' ? [body['stop']] : texts(body, 'stop'),
      reasons: body['reasoning_effort'] !== 'none',
      // Chat completions never show it.
      thinking: 'hidden',
      inputTokens: Math.ceil(JSON.stringify(body['messages']).length / 4),
    },
  };
}

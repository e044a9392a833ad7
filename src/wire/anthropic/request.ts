import type { Ask } from '../answer.ts';
import { count, flag, objects, oneOf, optionalCount, text, texts } from '../fields.ts';
import { isObject, Refusal, type Json } from '../http.ts';

const displays = ['summarized', 'omitted'] as const;

/** What a Messages request asks for. @throws Refusal 400 that names the field */
export function readAsk(body: Json): { model: string; stream: boolean; ask: Ask } {
  const messages = objects(body, 'messages', 1);
  for (const message of messages) oneOf(message, 'role', ['user', 'assistant', 'system']);
  const last = messages.at(-1)!['content'];
  const thinking = isObject(body['thinking']) ? body['thinking'] : {};
  const enabled = ['enabled', 'adaptive'].includes(thinking['type'] as string);
  const display = oneOf({ display: thinking['display'] ?? 'summarized' }, 'display', displays);
  if (thinking['type'] === 'enabled') optionalCount(thinking, 'budget_tokens', 1_024);
  return {
    model: text(body, 'model'),
    stream: flag(body, 'stream'),
    ask: {
      tools: objects(body, 'tools').map((tool) => ({
        name: text(tool, 'name'),
        schema: tool['input_schema'],
      })),
      toolChoice: toolChoiceOf(body['tool_choice']),
      answersTool:
        Array.isArray(last) &&
        last.some((block) => isObject(block) && block['type'] === 'tool_result'),
      maxTokens: count(body, 'max_tokens'),
      stopSequences: texts(body, 'stop_sequences'),
      reasons: true,
      thinking: !enabled ? 'hidden' : display === 'omitted' ? 'silent' : 'shown',
      inputTokens: Math.ceil(JSON.stringify(body['messages']).length / 4),
    },
  };
}

function toolChoiceOf(choice: unknown): Ask['toolChoice'] {
  if (choice === undefined) return 'auto';
  if (!isObject(choice)) throw new Refusal(400, 'tool_choice: not an object');
  const type = oneOf(choice, 'type', ['auto', 'any', 'none', 'tool']);
  return type === 'tool' ? { name: text(choice, 'name') } : type;
}

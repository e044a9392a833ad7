import type { Ask } from '../answer.ts';
import { below, count, each, flag, oneOf, optionalCount, text, texts } from '../fields.ts';
import { isObject, Refusal, type Json } from '../http.ts';

const displays = ['summarized', 'omitted'] as const;

/** What a Messages request asks for. @throws Refusal 400 that names the field */
export function readAsk(body: Json): { model: string; stream: boolean; ask: Ask } {
  const contents = each(
    body,
    'messages',
    (message) => {
      oneOf(message, 'role', ['user', 'assistant', 'system']);
      return message['content'];
    },
    1,
  );
  const last = contents.at(-1);
  const thinking = isObject(body['thinking']) ? body['thinking'] : {};
  const enabled = ['enabled', 'adaptive'].includes(thinking['type'] as string);
  const display = below('thinking', () => {
    if (thinking['type'] === 'enabled') optionalCount(thinking, 'budget_tokens', 1_024);
    return oneOf({ display: thinking['display'] ?? 'summarized' }, 'display', displays);
  });
  return {
    model: text(body, 'model'),
    stream: flag(body, 'stream'),
    ask: {
      tools: each(body, 'tools', (tool) => ({
        name: text(tool, 'name'),
        schema: tool['input_schema'],
      })),
      toolChoice: toolChoiceOf(body['tool_choice']),
      answersTool:
        Array.isArray(last) &&
        last.some((block) => isObject(block) && block['type'] === 'tool_result'),
      maxTokens: count(body, 'max_tokens'),
      stopSequences: texts(body, 'stop_sequences'),
      reasons: thinking['type'] !== 'disabled',
      thinking: !enabled ? 'hidden' : display === 'omitted' ? 'silent' : 'shown',
      inputTokens: Math.ceil(JSON.stringify(body['messages']).length / 4),
    },
  };
}

function toolChoiceOf(choice: unknown): Ask['toolChoice'] {
  if (choice === undefined) return 'auto';
  if (!isObject(choice)) throw new Refusal(400, 'tool_choice: not an object');
  return below('tool_choice', () => {
    const type = oneOf(choice, 'type', ['auto', 'any', 'none', 'tool']);
    return type === 'tool' ? { name: text(choice, 'name') } : type;
  });
}

import type { Ask } from '../answer.ts';
import { below, flag, objects, oneOf, optionalCount, text } from '../fields.ts';
import { isObject, Refusal, type Json } from '../http.ts';
import { toolChoiceOf, toolsOf } from './tools.ts';

/** A request to the Responses API. */
export interface Asked {
  model: string;
  stream: boolean;
  /** Whether generation goes on when the client has gone. */
  background: boolean;
  /** Whether it can be asked for by its id. */
  store: boolean;
  ask: Ask;
  /** What the response repeats, as it was said. */
  body: Json;
}

/** What a request asks for. @throws Refusal 400 that names the field */
export function readAsked(body: Json): Asked {
  const input = typeof body['input'] === 'string' ? [] : objects(body, 'input', 1);
  const background = flag(body, 'background');
  const store = flag({ store: body['store'] ?? true }, 'store');
  if (background && !store) throw new Refusal(400, 'store: background responses are stored');
  const reasoning = isObject(body['reasoning']) ? body['reasoning'] : {};
  const summary = reasoning['summary'] ?? undefined;
  if (summary !== undefined)
    below('reasoning', () => oneOf(reasoning, 'summary', ['auto', 'concise', 'detailed']));
  return {
    model: text(body, 'model'),
    stream: flag(body, 'stream'),
    background,
    store,
    body,
    ask: {
      tools: toolsOf(body),
      toolChoice: toolChoiceOf(body),
      answersTool: input.at(-1)?.['type'] === 'function_call_output',
      maxTokens: optionalCount(body, 'max_output_tokens') ?? Infinity,
      stopSequences: [],
      reasons: reasoning['effort'] !== 'none',
      thinking: summary === undefined ? 'hidden' : 'shown',
      inputTokens: Math.ceil(JSON.stringify(body['input']).length / 4),
    },
  };
}

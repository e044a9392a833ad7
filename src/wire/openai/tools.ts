import type { Ask } from '../answer.ts';
import { below, each, oneOf, text } from '../fields.ts';
import { isObject, Refusal, type Json } from '../http.ts';

/*
 * Chat completions say `{ type: 'function', function: { name, parameters } }`, Responses
 * `{ type: 'function', name, parameters }`. The mock model knows no other tools than functions.
 */

const functionOf = (of: Json): Json => (isObject(of['function']) ? of['function'] : of);

/** The tools that a request offers. @throws Refusal 400 for those that are not functions */
export function toolsOf(body: Json): Ask['tools'] {
  return each(body, 'tools', (tool) => {
    oneOf(tool, 'type', ['function']);
    const { parameters, ...named } = functionOf(tool);
    return { name: text(named, 'name'), schema: parameters };
  });
}

export function toolChoiceOf(body: Json): Ask['toolChoice'] {
  const choice = body['tool_choice'] ?? 'auto';
  if (isObject(choice))
    return below('tool_choice', () => {
      oneOf(choice, 'type', ['function']);
      return { name: text(functionOf(choice), 'name') };
    });
  if (typeof choice !== 'string')
    throw new Refusal(400, 'tool_choice: neither a word nor an object');
  const word = oneOf({ tool_choice: choice }, 'tool_choice', ['auto', 'required', 'none']);
  return word === 'required' ? 'any' : word;
}

import { isObject, refusalOf, type Json, type Refusal } from '../http.ts';
import { inputsOf } from '../openai/embeddings.ts';
import { endpoints } from './endpoints.ts';

/** A line of a batch's input file. */
export interface Line {
  custom_id: string;
  body: Json;
}

/** What is wrong with an input file, as a batch that has failed says it. */
export interface InputError {
  code: string;
  line: number | null;
  message: string;
  param: string | null;
}

const most = 50_000;

/** The requests of an input file, and everything because of which a batch of it fails. */
export function readInput(text: string, endpoint: string) {
  const errors: InputError[] = [];
  const wrong = (code: string, line: number | null, message: string, param: string | null = null) =>
    void errors.push({ code, line, message, param });
  const lines: Line[] = [];
  const seen = new Set<string>();
  for (const [i, json] of text.split('\n').entries()) {
    if (json.trim() === '') continue;
    const n = i + 1;
    const value = parsed(json);
    if (!isObject(value)) {
      wrong('invalid_json_line', n, 'This line is not a JSON object.');
      continue;
    }
    const { custom_id, method, url, body } = value;
    if (typeof custom_id !== 'string' || custom_id === '')
      wrong('missing_required_parameter', n, 'custom_id: not a string', 'custom_id');
    else if (seen.has(custom_id))
      wrong('duplicate_custom_id', n, `custom_id: ${custom_id} is there twice`, 'custom_id');
    else if (method !== 'POST') wrong('invalid_method', n, 'method: not POST', 'method');
    else if (url !== endpoint)
      wrong('invalid_url', n, `url: not ${endpoint}, which is what the batch asks`, 'url');
    else if (!isObject(body)) wrong('missing_required_parameter', n, 'body: not an object', 'body');
    else lines.push({ custom_id, body });
    if (typeof custom_id === 'string') seen.add(custom_id);
  }
  if (lines.length === 0 && errors.length === 0)
    wrong('empty_file', null, 'The file has no requests in it.');
  if (lines.length > most) wrong('too_many_requests', null, `More than ${String(most)} requests.`);
  if (endpoint === '/v1/embeddings' && texts(lines) > most)
    wrong('too_many_inputs', null, `More than ${String(most)} texts to embed.`);
  return { lines, errors };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const texts = (lines: readonly Line[]) =>
  lines.reduce(
    (sum, { body }) => sum + (problemOf('/v1/embeddings', body) ? 0 : inputsOf(body).length),
    0,
  );

/** Why the endpoint would not answer this request, or `null`. */
export const problemOf = (endpoint: string, body: Json): Refusal | null =>
  refusalOf(() => endpoints[endpoint]!.check(body));

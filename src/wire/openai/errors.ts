import type { Json, Refusal } from '../http.ts';
import { routesOf } from '../route.ts';

/** Types and codes by status. https://developers.openai.com/api/docs/guides/error-codes */
const known: Readonly<Record<number, readonly [type: string, code: string | null]>> = {
  401: ['invalid_request_error', 'invalid_api_key'],
  429: ['requests', 'rate_limit_exceeded'],
};

export const errorOf = (
  message: string,
  type: string,
  param: string | null = null,
  code: string | null = null,
) => ({ message, type, param, code });

/**
 * A refusal as OpenAI's API words it. A field that is wrong stands at the beginning of our messages: `tools.0.name`,
 * which is `tools[0].name` here.
 */
export function refusal({ status, message }: Refusal): Json {
  const usual = status < 500 ? 'invalid_request_error' : 'server_error';
  const [type, code] = known[status] ?? [usual, null];
  const [place = ''] = status === 400 ? (/^[\w.]+(?=: )/.exec(message) ?? []) : [];
  const param = place.replace(/\.(\d+)/g, '[$1]');
  return { error: errorOf(param + message.slice(place.length), type, param || null, code) };
}

/** Makes routes of OpenAI's API. */
export const openaiRoutes = (root: string) =>
  routesOf({ refusal, requestId: 'x-request-id' }, root);

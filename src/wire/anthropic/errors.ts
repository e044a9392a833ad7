import type { Json, Refusal } from '../http.ts';
import { routesOf } from '../route.ts';

/** https://platform.claude.com/docs/en/api/errors */
const types: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};

export const errorOf = (type: string, message: string) => ({
  type: 'error',
  error: { type, message },
});

/** A refusal as Anthropic's API words it. */
export const refusal = ({ status, message }: Refusal): Json =>
  errorOf(types[status] ?? 'api_error', message);

/** Makes routes of Anthropic's API. */
export const anthropicRoutes = (root: string) =>
  routesOf({ refusal, requestId: 'request-id' }, root);

import type { Json, Refusal } from '../http.ts';
import { routesOf } from '../route.ts';

/** https://platform.claude.com/docs/en/api/errors */
const types: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  404: 'not_found_error',
  409: 'conflict_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};

export const errorOf = (type: string, message: string) => ({
  type: 'error',
  error: { type, message },
});

/** A refusal as Anthropic's API words it. `id` names the request. */
export const refusal = ({ status, message }: Refusal, id: string | null): Json => ({
  ...errorOf(types[status] ?? (status < 500 ? 'invalid_request_error' : 'api_error'), message),
  request_id: id,
});

/** Makes routes of Anthropic's API. Clients that try what is new there, Claude Code among them, add `?beta=true`. */
export const anthropicRoutes = (root: string) =>
  routesOf({ refusal, requestId: 'request-id', own: ['beta'] }, root);

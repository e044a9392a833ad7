import { STATUS_CODES } from 'node:http';
import type { Json, Refusal } from '../http.ts';

/** A refusal as RFC 9457 words it. https://www.rfc-editor.org/rfc/rfc9457 */
export const problem = ({ status, message }: Refusal): Json => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail: message,
});

export const problemType = 'application/problem+json';

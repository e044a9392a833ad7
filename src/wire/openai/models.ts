import { sendJson } from '../http.ts';
import { refusal } from './errors.ts';
import type { Route } from '../route.ts';

/** One model, in OpenAI's words. Every other name is answered just the same. */
export const modelsRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/models',
    requestId: 'x-request-id',
    refusal,
    handle({ response }) {
      const mock = { id: 'mock', object: 'model', created: 0, owned_by: 'feels-fast' };
      sendJson(response, 200, { object: 'list', data: [mock] });
    },
  },
];

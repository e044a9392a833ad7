import { sendJson } from '../http.ts';
import { openaiRoutes } from './errors.ts';
import type { Route } from '../route.ts';

/** One model, in OpenAI's words. Every other name is answered just the same. */
export const modelsRoutes: readonly Route[] = [
  openaiRoutes('/v1/models')('GET', '', ({ response }) => {
    const mock = { id: 'mock', object: 'model', created: 0, owned_by: 'feels-fast' };
    sendJson(response, 200, { object: 'list', data: [mock] });
  }),
];

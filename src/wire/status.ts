import { sendJson } from './http.ts';
import type { Route } from './route.ts';
import { routes } from './routes.ts';

/** `GET /`: what there is, and how every running stream is doing: who reads too slowly is seen here. */
export const statusRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/',
    refusal: ({ message }) => ({ error: { message } }),
    handle({ response, wire }) {
      sendJson(response, 200, {
        routes: routes.map(({ method, path }) => `${method} ${path}`),
        streams: [...wire.streams].map(([progress, { request }]) => ({
          path: request.url,
          state: progress.state,
          frames: progress.frames,
          written: progress.written.length,
          waitingBytes: progress.waiting(),
          heldMs: Math.round(progress.held),
        })),
      });
    },
  },
];

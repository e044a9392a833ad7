import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Json, Refusal } from './http.ts';
import type { WireSettings } from './settings.ts';
import type { Wire } from './wire.ts';

/** One request, read as far as every route needs it. */
export interface Call {
  request: IncomingMessage;
  response: ServerResponse;
  /** Named parts of the path. */
  params: Readonly<Record<string, string>>;
  /** Query parameters that are the route's own. The others are settings. */
  query: URLSearchParams;
  settings: WireSettings;
  /** `http://127.0.0.1:8787`, as the client called it: for addresses in answers. */
  origin: string;
  /** When it came, on the server's clock. */
  start: number;
  wire: Wire;
}

export interface Route {
  method: 'GET' | 'POST' | 'DELETE';
  /** As `URLPattern` reads it: `/v1/messages/batches/:id`. */
  path: string;
  /** Query parameters that are no settings. */
  own?: readonly string[];
  /** The header in which this API names a request: refused ones too. */
  requestId?: string;
  /** Whether the settings' `error` and `headersms` concern it: answers of the model. */
  model?: boolean;
  handle: (call: Call) => void | Promise<void>;
  /** A refusal in the words of this API, and the id of the request where it names them. */
  refusal: (refusal: Refusal, id: string | null) => Json;
  /** The media type of that, where it is not plain JSON. */
  refusalType?: string;
}

type Api = Pick<Route, 'refusal' | 'refusalType' | 'requestId' | 'own'>;

/** Makes the routes of one API below `root`: they name requests, and refuse them, in the same way. */
export const routesOf =
  (api: Api, root = '') =>
  (
    method: Route['method'],
    under: string,
    handle: Route['handle'],
    more: Pick<Route, 'own' | 'model'> = {},
  ): Route => ({
    ...api,
    method,
    path: root + under,
    handle,
    ...more,
    own: [...(api.own ?? []), ...(more.own ?? [])],
  });

import { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Ms } from '../sim/index.ts';
import { realClock, type WireClock } from './clock.ts';
import type { LivePlaylist, Playlist } from './faults.ts';
import { answersPreflight } from './crossOrigin.ts';
import { addressOf, leaves, Refusal, sendJson } from './http.ts';
import { compresses, play, type Progress } from './play.ts';
import type { Call, Route } from './route.ts';
import { routes } from './routes.ts';
import { readSettings } from './settings.ts';
import { memoryStore } from './store/memory.ts';
import { numbered, type Store } from './store/store.ts';

export interface WireOptions {
  clock?: WireClock;
  /** In memory unless one is given. Whoever gives it closes it. */
  store?: Store;
  /** Told of every stream when it begins. Its numbers go on changing. */
  onStream?: (progress: Progress, call: Call) => void;
  routes?: readonly Route[];
}

/** The mock server: routes, and what they share. */
export class Wire {
  readonly clock: WireClock;
  /** Streams that are being played. */
  readonly streams = new Map<Progress, Call>();
  readonly server: Server;
  /** What outlives a request, and the server itself if the store is a file. */
  readonly store: Store;
  /** Tells who waits for a log, by the log's name, that something came out of turn. */
  readonly bell = new EventEmitter().setMaxListeners(0);
  private readonly options: WireOptions;
  private readonly routes: { route: Route; pattern: URLPattern }[];
  private readonly failed = new Map<string, number>();
  private ids = 0;

  constructor(options: WireOptions = {}) {
    this.options = options;
    this.clock = options.clock ?? realClock;
    this.store = options.store ?? memoryStore();
    this.routes = (options.routes ?? routes).map((route) => ({
      route,
      pattern: new URLPattern({ pathname: route.path }),
    }));
    this.server = createServer((request, response) => void this.answer(request, response));
    // A stream may be silent for as long as it likes: that is what is to be tried.
    this.server.requestTimeout = 0;
  }

  /** Resolves to the port: the one asked for, or a free one for 0. @throws Error if it is taken */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', resolve);
    });
    return (this.server.address() as { port: number }).port;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** A new id, the next of this server: `msg_000001`. */
  id(kind: string): string {
    return numbered(`${kind}_`, ++this.ids);
  }

  /** Sends the headers of an event stream, then plays it. Resolves when it is over, whoever ended it. */
  async stream(
    call: Call,
    playlist: Playlist | LivePlaylist,
    headers: Readonly<Record<string, string>> = {},
    over?: AbortSignal,
  ) {
    const { response, settings } = call;
    const progress: Progress = {
      start: call.start,
      written: [],
      frames: Array.isArray(playlist.frames) ? playlist.frames.length : null,
      held: 0,
      waiting: () => 0,
      state: 'playing',
    };
    if (!(await this.waits(call, 0))) return;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
      ...(compresses(response, settings) && { 'content-encoding': 'gzip' }),
      ...headers,
    });
    response.flushHeaders();
    this.streams.set(progress, call);
    this.options.onStream?.(progress, call);
    await play(response, playlist, settings, this.clock, progress, over);
    this.streams.delete(progress);
  }

  /** Sends one JSON answer, with 200 or `status`, at `at` ms after the request. */
  async json(
    call: Call,
    at: Ms,
    value: unknown,
    headers?: Readonly<Record<string, string>>,
    status = 200,
  ) {
    if (await this.waits(call, at)) sendJson(call.response, status, value, headers);
  }

  /** Waits until `at` ms after the request, and for its headers' time. Whether the client has waited too. */
  private async waits({ response, settings, start }: Call, at: Ms): Promise<boolean> {
    const gone = leaves(response);
    await this.clock.until(start + Math.max(at, settings.headersms), gone).catch(() => undefined);
    return !gone.aborted;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const start = this.clock.now();
    if (answersPreflight(request, response)) return;
    let meant: Route | undefined;
    try {
      const { origin, pathname, searchParams } = addressOf(request);
      const here = this.routes.filter(({ pattern }) => pattern.test({ pathname }));
      // HEAD is a GET whose body Node leaves out: what waits for a server to be up asks that.
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      const found = here.find(({ route }) => route.method === method);
      meant = (found ?? here[0])?.route;
      if (meant?.requestId) response.setHeader(meant.requestId, this.id('req'));
      if (!found) throw missing(here, request.method, pathname);
      const { route, pattern } = found;
      const { settings, words, query } = readSettings(request, searchParams, route.own);
      if (route.model) this.failIfAsked(settings, words);
      const params = pattern.exec({ pathname })!.pathname.groups as Call['params'];
      await route.handle({ request, response, params, query, settings, origin, start, wire: this });
    } catch (error) {
      // A client that leaves in the middle of its request waits for no answer.
      if (request.errored) return;
      if (!(error instanceof Refusal)) console.error(error);
      const refused = error instanceof Refusal ? error : new Refusal(500, String(error));
      refuse(response, refused, meant);
    }
  }

  /** `error=429`: for every request with these very settings, or for the first `errors` of them. */
  private failIfAsked(settings: Call['settings'], words: string): void {
    if (settings.error === 'none') return;
    if (settings.errors !== null) {
      const before = this.failed.get(words) ?? 0;
      if (before >= settings.errors) return;
      this.failed.set(words, before + 1);
    }
    const status = Number(settings.error);
    const again = status === 429 || status >= 500;
    throw new Refusal(
      status,
      `The setting error=${settings.error} asked for this.`,
      again ? { 'retry-after': String(settings.retryafter) } : {},
    );
  }
}

/** In the words of the route, if there is one for this address. */
function refuse(response: ServerResponse, refused: Refusal, route?: Route): void {
  const { status, message, headers } = refused;
  const id = route?.requestId ? String(response.getHeader(route.requestId)) : null;
  if (response.headersSent) response.destroy();
  else
    sendJson(response, status, route ? route.refusal(refused, id) : { error: { message } }, {
      'content-type': route?.refusalType ?? 'application/json',
      ...headers,
    });
}

function missing(here: { route: Route }[], method: string | undefined, path: string): Refusal {
  if (here.length === 0)
    return new Refusal(404, `There is nothing at ${path}. GET / lists what there is.`);
  const allow = here.map(({ route }) => route.method).join(', ');
  return new Refusal(405, `${path} takes ${allow}, not ${method ?? ''}.`, { allow });
}

import { afterAll, beforeAll } from 'vitest';
import { Wire, type WireOptions } from '../../src/wire/wire.ts';

/** A mock server for the tests of one file. */
export interface Served {
  wire: Wire;
  /** `http://127.0.0.1:40123`. There is one as soon as the first test runs. */
  url: string;
}

/** Starts a server on a free port before the file's tests, and closes it after them. */
export function served(options: WireOptions = {}): Served {
  const server: Served = { wire: new Wire(options), url: '' };
  beforeAll(async () => {
    server.url = `http://127.0.0.1:${String(await server.wire.listen(0))}`;
  });
  afterAll(() => server.wire.close());
  return server;
}

/** So fast that a test takes milliseconds, and tries again at once. What is named later counts. */
const quickly = (settings = ''): string => `rate=2000&ttft=0&retryafter=0.001&${settings}`;

/** Settings of the mock server as a request's header. @example headersOf('tokens=12&cut=3') */
export const headersOf = (settings = ''): Record<string, string> => ({
  'x-feels-fast': quickly(settings),
});

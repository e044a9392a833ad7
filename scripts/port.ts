import { createServer } from 'node:net';

/** The first port from `port` on that is free on both loopback addresses. */
export async function freePort(port: number): Promise<number> {
  while (!((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1')))) port++;
  return port;
}

function isFree(port: number, host: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  // Other errors than "in use", such as no IPv6 on this machine, are no reason to look further.
  const probe = createServer()
    .once('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'EADDRINUSE'))
    .listen(port, host, () => probe.close(() => resolve(true)));
  return promise;
}

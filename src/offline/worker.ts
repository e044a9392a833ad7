import { digestOf, isAsset, isShared, OFFLINE, PREFIX, type Release } from './release.ts';

// What TypeScript's library for pages lacks.
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Scope {
  addEventListener(type: 'install' | 'activate', act: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', act: (event: Fetching) => void): void;
  clients: {
    matchAll(which: object): Promise<readonly { url: string }[]>;
    claim(): Promise<void>;
  };
  registration: { unregister(): Promise<boolean> };
  skipWaiting(): Promise<void>;
}
const worker = self as unknown as Scope;

/** How long (ms) a page is waited for before the one that is kept is shown. */
const PATIENCE = 5_000;

/**
 * Keeps what a reader has seen, for reading without a network. There is one cache for each build, and into it comes
 * nothing but that build's own bytes: pages as they are visited, and from the start what all pages share. The next
 * build's worker fills its own cache beside it, with the same pages, and takes over when no page of the old is open.
 *
 * Pages come from the network while there is one. Frames, elements and what else others load are not its business.
 */
export function serve({ version, files }: Release): void {
  const name = PREFIX + version;
  const ofThisBuild = (path: string) => caches.match(path, { cacheName: name });

  /** Puts a response into this build's cache, if it is of this build and the reader has not had the cache deleted. */
  async function keep(path: string, response: Response | undefined): Promise<boolean> {
    if (!response?.ok) return false;
    const bytes = await response.arrayBuffer();
    if ((await digestOf(bytes)) !== files[path] || !(await caches.has(name))) return false;
    const { headers } = response;
    await (await caches.open(name)).put(path, new Response(bytes, { headers }));
    return true;
  }

  /** @throws if this build's file is to be had neither from a former cache nor from the network */
  async function fetchAndKeep(path: string): Promise<void> {
    if (await keep(path, await caches.match(path))) return;
    if (await keep(path, await fetch(path, { cache: isAsset(path) ? 'default' : 'no-cache' })))
      return;
    throw new Error(`${path} is of another build.`);
  }

  /** Pages that have been visited: those that are open, and those that former builds kept. */
  async function visited(): Promise<string[]> {
    const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const former = (await names()).map(async (each) => (await caches.open(each)).keys());
    const kept = (await Promise.all(former)).flat();
    return [...open, ...kept].map(({ url }) => new URL(url).pathname);
  }

  worker.addEventListener('install', (event) => {
    const fill = async () => {
      await caches.open(name);
      const wanted = [...Object.keys(files).filter(isShared), OFFLINE, ...(await visited())];
      await Promise.all([...new Set(wanted)].filter((path) => path in files).map(fetchAndKeep));
    };
    event.waitUntil(fill());
  });

  // The first build's worker takes the pages that are open; a later one finds none of a former build.
  worker.addEventListener('activate', (event) =>
    event.waitUntil(forget(name).then(() => worker.clients.claim())),
  );

  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== location.origin || !(pathname in files)) return;
    // An asset of a former build, for a page of it that is still open, is in that build's cache.
    const kept = async () => (await ofThisBuild(pathname)) ?? (await caches.match(pathname));
    const fromNetwork = async () => {
      const response = await fetch(request);
      event.waitUntil(keep(pathname, response.clone()));
      return response;
    };
    if (isAsset(pathname)) event.respondWith(kept().then((response) => response ?? fromNetwork()));
    else event.respondWith(newest(fromNetwork, kept, request.mode === 'navigate'));
  });

  /** From the network, or else as it is kept; where a page is neither, the page that says so. */
  async function newest(
    fromNetwork: () => Promise<Response>,
    kept: () => Promise<Response | undefined>,
    isPage: boolean,
  ): Promise<Response> {
    const network = fromNetwork();
    const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE));
    const first = await Promise.race([network, late]).catch(() => undefined);
    const response = first ?? (await kept());
    if (response) return response;
    return network.catch(async (error: unknown) => {
      const instead = isPage ? await ofThisBuild(OFFLINE) : undefined;
      if (instead) return instead;
      throw error;
    });
  }
}

const names = async () => (await caches.keys()).filter((each) => each.startsWith(PREFIX));

/** Deletes our caches but this one. */
const forget = async (but?: string) =>
  Promise.all((await names()).filter((each) => each !== but).map((each) => caches.delete(each)));

/** For a host that wants no worker any more: it takes the place of the former one, and goes. */
export function retire(): void {
  worker.addEventListener('install', () => void worker.skipWaiting());
  worker.addEventListener('activate', (event) =>
    event.waitUntil(forget().then(() => worker.registration.unregister())),
  );
}

// Real servers, set up as the site says, against the table of headers: src/site/headers.ts.
import { globSync, statSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figures } from '../../src/components/figures/registry.ts';
import {
  elementPath,
  framePath,
  loaderPath,
  manifestPath,
  oembedPath,
  posterPath,
} from '../../src/embed/addresses.ts';
import { channels, rolling, version } from '../../src/embed/release.ts';
import { table } from '../../src/site/headers.ts';
import { headersFor } from '../../src/site/hosting/rules.ts';
import { servers, start } from './servers.ts';

/** The address of every file that was built, but for the one with the headers. */
const addresses = globSync('dist/**/*')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => statSync(file).isFile() && file !== 'dist/_headers')
  .map((file) => file.replace(/^dist/, '').replace(/\/index\.html$/, '/'));

const { id, presets } = figures[0]!;
const preset = presets[0]!.id;

/** Where strangers' pages, and the table, expect something to be. */
const expected = [
  '/',
  '/embed/',
  '/404.html',
  framePath(id),
  framePath(id, { preset }),
  loaderPath(),
  oembedPath(id),
  oembedPath(id, preset),
  posterPath(id, 'svg'),
  posterPath(id, 'png'),
  ...channels.flatMap((channel) => [
    framePath(id, { channel }),
    framePath(id, { preset, channel }),
    elementPath(id, channel),
    loaderPath(channel),
    manifestPath(channel),
    `/${channel}/custom-elements.json`,
  ]),
];

/** Every header that the table speaks of. */
const names = [...new Set(addresses.flatMap((path) => Object.keys(headersFor(table, path))))];
const headersOf = ({ headers }: Response) =>
  Object.fromEntries(names.flatMap((name) => [[name, headers.get(name)]]));
const asked = (path: string) => {
  const wanted = headersFor(table, path);
  return Object.fromEntries(names.map((name) => [name, wanted[name] ?? null]));
};

it.each(expected)('%s was built', (path) => expect(addresses).toContain(path));

for (const server of servers)
  describe.skipIf(server.program === null)(server.name, () => {
    let site: Awaited<ReturnType<typeof start>>;
    beforeAll(async () => void (site = await start(server)));
    afterAll(() => site.stop());

    const get = (path: string) =>
      fetch(site.origin + path, { redirect: 'manual', headers: { 'Accept-Encoding': 'gzip' } });

    it.each(addresses)('%s has the headers of the table', async (path) => {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(headersOf(response)).toEqual(asked(path));
    });

    it.each([
      '/nowhere',
      '/nowhere/at/all/',
      `/${version}/nowhere.js`,
      `/embed/${id}/no/`,
      '/_astro/',
    ])('%s is not there: the 404 page, which is kept by nobody', async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(headersOf(response)).toEqual(asked('/404.html'));
      expect(await response.text()).toContain('<h1');
    });

    it.each([
      { path: '/play', to: '/play/' },
      { path: `/embed/${id}?rate=120&theme=dark`, to: `/embed/${id}/?rate=120&theme=dark` },
      { path: `/${rolling}/embed/${id}/${preset}`, to: `/${rolling}/embed/${id}/${preset}/` },
    ])('$path lacks its last slash: to $to', async ({ path, to }) => {
      const response = await get(path);
      expect(response.status).toBeOneOf([301, 308]);
      expect(response.headers.get('Location')).toBe(to);
    });

    it.each([
      { path: '/', encoding: 'gzip' },
      { path: framePath(id), encoding: 'gzip' },
      { path: elementPath(id, rolling), encoding: 'gzip' },
      { path: posterPath(id, 'svg'), encoding: 'gzip' },
      { path: posterPath(id, 'png'), encoding: null },
      { path: addresses.find((path) => path.endsWith('.woff2'))!, encoding: null },
    ])('$path is compressed: $encoding', async ({ path, encoding }) => {
      expect((await get(path)).headers.get('Content-Encoding')).toBe(encoding);
    });
  });

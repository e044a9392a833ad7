// The response headers that figures need in order to be embedded anywhere. Everything that sends them, or shows others
// how to, is derived from this table: see hosting/.

import { figures } from '../components/figures/registry.ts';
import { elementPath, framePath, loaderPath } from '../embed/addresses.ts';
import { channels, rolling, version } from '../embed/release.ts';
import { otherwise, types } from './hosting/defaults.ts';
import type { HeaderTable } from './hosting/rules.ts';

/**
 * For any page to load: with CORS (modules, `integrity`, sandboxed frames), and without it where the page is
 * cross-origin isolated, and takes only what says that it is for other sites.
 */
const forAnyone = {
  'Access-Control-Allow-Origin': '*',
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

const forever = { 'Cache-Control': 'public, max-age=31536000, immutable' };
/** Fresh for five minutes. For a day after that the old one is shown once more, while the new one is fetched. */
const soonNew = { 'Cache-Control': 'public, max-age=300, stale-while-revalidate=86400' };

const frames = figures.map(({ id }) => `${framePath(id)}*`);

/** No page forbids frames (X-Frame-Options, frame-ancestors): nothing here could be given away by a click. */
export const table: HeaderTable = {
  otherwise,
  types,
  rules: [
    {
      what: 'everything',
      for: ['/*'],
      headers: {
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'strict-origin-when-cross-origin',
      },
    },
    { what: 'assets with a hash in their name', for: ['/_astro/*'], headers: forever },
    {
      what: 'a release, which never changes',
      for: [`/${version}/*`],
      headers: { ...forAnyone, ...forever },
    },
    {
      what: 'what others load, in its newest form',
      for: [`/${rolling}/*`, loaderPath(), ...frames, '/oembed/*', '/posters/*', '/og/*'],
      headers: { ...forAnyone, ...soonNew },
    },
    {
      // https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Cross-Origin-Embedder-Policy
      what: 'figures for frames: a cross-origin isolated page shows only those that are so strict themselves',
      for: [...frames, ...channels.map((channel) => `/${channel}/embed/*`)],
      headers: { 'Cross-Origin-Embedder-Policy': 'require-corp' },
    },
  ],
  scripts: [
    loaderPath(),
    ...channels.flatMap((channel) => [
      loaderPath(channel),
      ...figures.map(({ id }) => elementPath(id, channel)),
    ]),
  ],
};

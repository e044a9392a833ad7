// The response headers: what figures need in order to be embedded anywhere, and what keeps the pages of the site to
// themselves. Everything that sends them, or shows others how to, is derived from this table: see hosting/. The policy of
// what a page may load stands in the page: policy.ts. Strict-Transport-Security is a promise about a host for a year and
// more, which only those who run it can give.

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

/** All but the frames, section by section: what `/*` is given, most hosts cannot take away again from some of it. */
const pages = [
  ...['/', '/index.html', '/404.html', '/embed/', '/embed/index.html', '/embed/docs/*'],
  ...['articles', 'glossary', 'method', 'offline', 'play', 'search', 'sources'].map(
    (name) => `/${name}/*`,
  ),
];

/** For no other site to load. */
const forUs = { 'Cross-Origin-Resource-Policy': 'same-origin' };

/**
 * What no page of ours asks for, and nothing in one may. Only what Chromium knows, since it warns of the rest. Copying is
 * not among them: on the site it is allowed, and in a frame the host decides.
 * https://github.com/w3c/webappsec-permissions-policy/blob/main/features.md
 */
const never = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

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
        'Permissions-Policy': never.map((name) => `${name}=()`).join(', '),
      },
    },
    {
      what: 'pages: in no frame, and out of reach of whoever opened them',
      for: pages,
      headers: {
        ...forUs,
        'Content-Security-Policy': "frame-ancestors 'none'",
        'X-Frame-Options': 'DENY',
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    },
    {
      what: 'assets with a hash in their name',
      for: ['/_astro/*'],
      headers: { ...forUs, ...forever },
    },
    { what: 'the search index', for: ['/pagefind/*'], headers: forUs },
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

import { describe, expect, it } from 'vitest';
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
import { parseHeadersFile, toHeadersFile } from '../../src/site/hosting/headersFile.ts';
import { headersFor, matches } from '../../src/site/hosting/rules.ts';
import { readings } from './readings.ts';

const html = 'text/html; charset=utf-8';
const script = 'text/javascript; charset=utf-8';
const cache = {
  none: 'public, max-age=0, must-revalidate',
  short: 'public, max-age=300, stale-while-revalidate=86400',
  year: 'public, max-age=31536000, immutable',
};

interface Case {
  path: string;
  type: string;
  cached: keyof typeof cache;
  /** What it is for: a page of the site, its own parts, any page, any page in a frame, or it does not matter. */
  use: 'page' | 'part' | 'any' | 'frame' | 'open';
}

const cases: readonly Case[] = [
  { path: '/', type: html, cached: 'none', use: 'page' },
  { path: '/articles/streaming/', type: html, cached: 'none', use: 'page' },
  { path: '/index.html', type: html, cached: 'none', use: 'page' },
  { path: '/embed/', type: html, cached: 'none', use: 'page' },
  { path: '/embed/docs/', type: html, cached: 'none', use: 'page' },
  { path: '/404.html', type: html, cached: 'none', use: 'page' },
  { path: '/favicon.svg', type: 'image/svg+xml', cached: 'none', use: 'open' },
  { path: '/sitemap-0.xml', type: 'application/xml', cached: 'none', use: 'open' },
  { path: '/pagefind/pagefind.js', type: script, cached: 'none', use: 'part' },
  { path: '/pagefind/a.pf_index', type: 'application/octet-stream', cached: 'none', use: 'part' },
  { path: '/_astro/base.Ab12.css', type: 'text/css; charset=utf-8', cached: 'year', use: 'part' },
  { path: '/_astro/a.Ab12.woff2', type: 'font/woff2', cached: 'year', use: 'part' },
  { path: '/og/method.png', type: 'image/png', cached: 'short', use: 'any' },
  { path: loaderPath(), type: script, cached: 'short', use: 'any' },
  ...figures.flatMap(({ id, presets }): Case[] => [
    { path: oembedPath(id), type: 'application/json', cached: 'short', use: 'any' },
    { path: posterPath(id, 'svg'), type: 'image/svg+xml', cached: 'short', use: 'any' },
    { path: posterPath(id, 'png'), type: 'image/png', cached: 'short', use: 'any' },
    { path: framePath(id), type: html, cached: 'short', use: 'frame' },
    { path: framePath(id, { preset: presets[0]!.id }), type: html, cached: 'short', use: 'frame' },
    { path: framePath(id, { channel: rolling }), type: html, cached: 'short', use: 'frame' },
    { path: framePath(id, { channel: version }), type: html, cached: 'year', use: 'frame' },
    { path: elementPath(id, rolling), type: script, cached: 'short', use: 'any' },
    { path: elementPath(id, version), type: script, cached: 'year', use: 'any' },
  ]),
  { path: loaderPath(version), type: script, cached: 'year', use: 'any' },
  { path: manifestPath(rolling), type: 'application/json', cached: 'short', use: 'any' },
  { path: manifestPath(version), type: 'application/json', cached: 'year', use: 'any' },
];

it.each(cases)('$path: cached $cached, for $use', ({ path, type, cached, use }) => {
  expect(headersFor(table, path)).toEqual({
    'Content-Type': type,
    'Cache-Control': cache[cached],
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Permissions-Policy': expect.stringMatching(/^([a-z-]+=\(\), )*[a-z-]+=\(\)$/) as string,
    ...((use === 'page' || use === 'part') && { 'Cross-Origin-Resource-Policy': 'same-origin' }),
    ...(use === 'page' && {
      'Content-Security-Policy': "frame-ancestors 'none'",
      'X-Frame-Options': 'DENY',
      'Cross-Origin-Opener-Policy': 'same-origin',
    }),
    ...((use === 'any' || use === 'frame') && {
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    }),
    ...(use === 'frame' && { 'Cross-Origin-Embedder-Policy': 'require-corp' }),
  });
});

it('a figure may copy where its host lets it', () => {
  const { 'Permissions-Policy': permissions } = headersFor(table, framePath(figures[0]!.id));
  expect(permissions).toContain('camera=()');
  expect(permissions).not.toContain('clipboard');
});

it('no two rules set the same header for the same path', () => {
  const start = (pattern: string) => pattern.replace('*', '');
  const set = table.rules.flatMap(({ for: patterns, headers }) =>
    patterns.flatMap((pattern) => Object.keys(headers).map((name) => ({ pattern, name }))),
  );
  const clashes = set.flatMap(({ pattern, name }, i) =>
    set
      .slice(i + 1)
      .filter((other) => other.name === name)
      .filter(
        (other) => matches(pattern, start(other.pattern)) || matches(other.pattern, start(pattern)),
      )
      .map((other) => `${name}: ${pattern} and ${other.pattern}`),
  );
  expect(clashes).toEqual([]);
});

it('the scripts for other pages are what is embedded', () => {
  const elements = channels.flatMap((channel) => figures.map(({ id }) => elementPath(id, channel)));
  const loaders = [undefined, ...channels].map(loaderPath);
  expect(table.scripts.toSorted()).toEqual([...elements, ...loaders].sort());
});

describe.each(readings)('$server is told what the table says', ({ read }) => {
  it.each(cases)('$path', ({ path }) => expect(read(path)).toEqual(headersFor(table, path)));
});

describe('the _headers file', () => {
  const text = toHeadersFile(table);
  const paths = text.split('\n').filter((line) => line.startsWith('/'));

  it('names each path once: of two blocks Cloudflare reads the last', () =>
    expect(paths).toEqual([...new Set(paths)]));

  it('has no more than the 100 rules that Cloudflare takes', () =>
    expect(paths.length).toBeLessThanOrEqual(100));

  it('says what is type of the scripts for other pages', () => {
    for (const path of table.scripts)
      expect(parseHeadersFile(text).find((rule) => rule.for.includes(path))?.headers).toMatchObject(
        {
          'Content-Type': script,
        },
      );
  });
});

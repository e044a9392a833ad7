import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  elementPath,
  framePath,
  loaderPath,
  oembedPath,
  playPath,
  posterPath,
} from '../../src/embed/addresses.ts';
import { channels, rolling, version } from '../../src/embed/release.ts';

test('the release is that of the package, and rolls at its major version', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(version).toBe(manifest.version);
  expect(rolling).toBe(`v${manifest.version.split('.')[0]!}`);
  expect(channels).toEqual([rolling, version]);
});

test.each([
  [framePath('token-flow'), '/embed/token-flow/'],
  [framePath('token-flow', { preset: 'grouped', channel: 'v1' }), '/v1/embed/token-flow/grouped/'],
  [framePath('token-flow', { query: 'rate=120&t=5' }), '/embed/token-flow/?rate=120&t=5'],
  [elementPath('token-flow', '1.0.0'), '/1.0.0/ff-token-flow.js'],
  [loaderPath(), '/embed.js'],
  [loaderPath('v1'), '/v1/embed.js'],
  [oembedPath('token-flow'), '/oembed/token-flow.json'],
  [oembedPath('token-flow', 'grouped'), '/oembed/token-flow/grouped.json'],
  [posterPath('token-flow', 'png', 'grouped'), '/posters/token-flow/grouped.png'],
  [playPath('token-flow'), '/play/token-flow/'],
  [playPath('token-flow', 'rate=120'), '/play/token-flow/?rate=120'],
])('%s', (path, expected) => {
  expect(path).toBe(expected);
});

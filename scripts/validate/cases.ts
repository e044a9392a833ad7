// What is held against reality: ways of the wire with a page that costs nothing, and pages on a wire that does nothing.

import type { Proxy, Render } from '../../src/sim/index.ts';
import type { NetworkResult, PageResult } from '../../src/validation/results.ts';

/** A way from the mock server to the browser. */
export interface Path {
  /** What nginx says of it; absent where the browser asks the mock server itself. */
  nginx?: readonly string[];
  /** What the mock server says or does itself. */
  compress?: 'flushed' | 'held';
  accel?: boolean;
  /** The simulator's policy for it. */
  proxy: Proxy;
}

const http10 = 'proxy_http_version 1.0';
const http11 = 'proxy_http_version 1.1';
const buffering = 'proxy_buffering on';
const unbuffered = 'proxy_buffering off';
const gzip = ['gzip on', 'gzip_types text/event-stream'] as const;

/** `nginx` alone means nginx with buffering, speaking HTTP/1.0 to the upstream: the default before 1.29.7. */
export const paths = {
  direct: { proxy: 'pass' },
  'direct-gzip-flushed': { compress: 'flushed', proxy: 'pass' },
  'direct-gzip-held': { compress: 'held', proxy: 'hold' },
  'nginx-1.0': { nginx: [http10, buffering], proxy: 'bucket' },
  'nginx-1.1': { nginx: [http11, buffering], proxy: 'pass' },
  'nginx-off': { nginx: [http10, unbuffered], proxy: 'pass' },
  'nginx-accel': { nginx: [http10, buffering], accel: true, proxy: 'pass' },
  'nginx-1.0-gzip': { nginx: [http10, buffering, ...gzip], proxy: 'hold' },
  'nginx-1.1-gzip': { nginx: [http11, buffering, ...gzip], proxy: 'hold' },
  'nginx-off-gzip': { nginx: [http10, unbuffered, ...gzip], proxy: 'pass' },
  'nginx-accel-gzip': { nginx: [http10, buffering, ...gzip], accel: true, proxy: 'pass' },
} as const satisfies Record<NetworkResult['path'], Path>;

/** One answer to be measured. */
export interface Case {
  kind: 'network' | 'page';
  path: NetworkResult['path'];
  render: Render;
  /** Work per draw. ms */
  cost: number;
  /** tokens/s */
  rate: number;
  tokens: number;
}

/** Long enough to see a pattern, short enough for five of each. */
const speeds = [
  { rate: 60, tokens: 100 },
  { rate: 200, tokens: 200 },
] as const;

const renders: readonly Render[] = ['sync', 'token', 'token-yield', 'frame', 'every'];

export const cases: readonly Case[] = speeds.flatMap((speed) => [
  ...(Object.keys(paths) as Case['path'][]).map(
    (path) => ({ kind: 'network', path, render: 'frame', cost: 0, ...speed }) as const,
  ),
  ...renders.flatMap((render) =>
    [0, 10, 25].map((cost) => ({ kind: 'page', path: 'direct', render, cost, ...speed }) as const),
  ),
]);

/** What a case is called, and what came of it: `nginx-1.0-60`, `token-25-200`. */
export const idOf = (
  of:
    | Pick<NetworkResult, 'kind' | 'path' | 'rate'>
    | Pick<PageResult, 'kind' | 'render' | 'cost' | 'rate'>,
): string =>
  `${of.kind === 'network' ? of.path : `${of.render}-${String(of.cost)}`}-${String(of.rate)}`;

/** The settings that all cases share. */
export const shared = { ttft: 100, response: 'chat', jitter: 0, framing: 0, every: 50 } as const;

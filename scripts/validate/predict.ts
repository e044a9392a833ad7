import { render } from '../../src/sim/page.ts';
import { scenario, type Ms, type Trace } from '../../src/sim/index.ts';
import { proxy, serve } from '../../src/sim/stages.ts';
import { perToken } from '../../src/sim/trace.ts';
import { paths, shared, type Case } from './cases.ts';
import type { Emitted } from './emitted.ts';

/** What the simulator expects of one answer, from when the server really wrote it. ms since the request was sent. */
export interface Prediction extends Pick<Trace, 'arrivals' | 'dom' | 'paints'> {
  /** Tokens that the read loop takes at a time. */
  batches: number[];
}

/**
 * The simulator's hops after the server, fed with the server's own times and bytes. The wire is the loopback interface:
 * its latency counts as 0, and so does parsing.
 */
export function predict(of: Case, emitted: Emitted, start: Ms): Prediction {
  const { path, rate, tokens, ...page } = of;
  const s = scenario({
    ...shared,
    render: page.render,
    cost: page.cost,
    rate,
    tokens,
    proxy: paths[path].proxy,
    header: emitted.header,
    latency: 0,
    parse: 0,
  });
  const at: Ms[] = [];
  const ends: number[] = [];
  let bytes = 0;
  for (const frame of emitted.written) {
    bytes += frame.bytes;
    if (frame.tokens === 0) continue;
    at.push(frame.at - start);
    ends.push(bytes);
  }
  const released = proxy(s, Float64Array.from(at), Float64Array.from(ends));
  const arrivals = perToken(serve(released, s.parse, s.latency), at.length, s.group);
  const chars = new Float64Array(at.length);
  const { dom, paints } = render(s, arrivals, chars);
  // The loop has a busy span for each batch.
  const { busy } = render({ ...s, render: 'token' }, arrivals, chars);
  const batches = Array.from({ length: busy.length / 2 }, (_, i) =>
    Math.round((busy[2 * i + 1]! - busy[2 * i]!) / s.cost),
  );
  return { arrivals, dom, paints, batches };
}

import { render } from './page.ts';
import { scenario, type Scenario } from './scenario.ts';
import { decode, gather, proxy, serve } from './stages.ts';
import { responseTokens, type Tokens } from './tokens.ts';
import { perToken, type Trace, type Wire } from './trace.ts';

/**
 * The answer's way from the model to the browser. Part of a scenario is enough; the rest are the defaults.
 * `tokens` replaces the prepared text, for tests and other sources.
 * @throws RangeError that names the field, the value and what is allowed
 */
export function send(part: Partial<Scenario> = {}, tokens?: Tokens): Wire {
  const s = scenario(part);
  const source = tokens ?? responseTokens(s.response, s.dialect);
  const n = Math.min(source.chars.length, s.tokens ?? Infinity);
  const model = decode(s, n);
  const server = serve(gather(model, s.group), s.framing);
  const ends = new Float64Array(server.length);
  const chars = new Float64Array(n);
  let bytes = source.opening;
  let shown = 0;
  for (let k = 0, i = 0; k < ends.length; k++) {
    bytes += source.envelope;
    for (const end = Math.min(n, i + s.group); i < end; i++) {
      bytes += source.payload[i]!;
      chars[i] = shown += source.chars[i]!;
    }
    ends[k] = bytes;
  }
  const released = proxy(s, server, ends);
  const browser = serve(released, s.parse, s.latency);
  const arrivals = perToken(browser, n, s.group);
  return {
    scenario: s,
    tokens: source,
    n,
    model,
    server,
    proxy: released,
    browser,
    ends,
    arrivals,
    chars,
  };
}

/**
 * What a page makes of what the wire brings. Several pages can be drawn from one wire.
 * @throws RangeError that names the field, the value and what is allowed
 */
export function draw(
  wire: Wire,
  page: Partial<Pick<Scenario, 'render' | 'every' | 'cost' | 'charcost' | 'hz'>> = {},
): Trace {
  const s = scenario(page, wire.scenario);
  return { ...wire, scenario: s, ...render(s, wire.arrivals, wire.chars) };
}

/**
 * One response, from the request to the last frame that shows text.
 * @example simulate({ proxy: 'bucket' }).dom[0] // when the first token is seen, in ms
 * @throws RangeError that names the field, the value and what is allowed
 */
export function simulate(part: Partial<Scenario> = {}, tokens?: Tokens): Trace {
  return draw(send(part, tokens));
}

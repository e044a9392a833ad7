import { allowed, fault, format, parse, shownAs, type Fields, type Problem } from './fields.ts';

export type ResponseId = (typeof responseIds)[number];
export type Dialect = 'messages' | 'completions';
export type Proxy = 'pass' | 'bucket' | 'hold';
export type Render = 'sync' | 'token' | 'token-yield' | 'frame' | 'every';

/** One response, from the request to the last frame that shows text. Plain JSON; the names are those of the URL. */
export interface Scenario {
  /** Which prepared text is sent. */
  response: ResponseId;
  /** How many of its tokens; `null` for all. */
  tokens: number | null;
  seed: number;
  /** Time to first token, hidden or not, at the model. ms */
  ttft: number;
  /** Decode speed. tokens/s */
  rate: number;
  /** Coefficient of variation of the gap between tokens. */
  jitter: number;
  /** Hidden reasoning tokens before the answer. */
  reasoning: number;
  /** Stalls per 100 tokens, and how long each lasts in ms. */
  stall: number;
  stallms: number;
  dialect: Dialect;
  /** Tokens per SSE event. */
  group: number;
  /** Server work per event. ms */
  framing: number;
  proxy: Proxy;
  /** Buffer size, and the bytes of it that the response headers take. */
  bucket: number;
  header: number;
  /** One-way network latency. ms */
  latency: number;
  /** Browser work per event before the page sees it. ms */
  parse: number;
  render: Render;
  /** The tick of `render: 'every'`. ms */
  every: number;
  /** Work per draw: fixed in ms, and per character shown in µs. */
  cost: number;
  charcost: number;
  /** Display refresh rate. */
  hz: number;
  /** Weight of the first paint in the feels-fast score. */
  weight: number;
}

/** The prepared texts. Who only reads settings does not load them. */
const responseIds = ['chat', 'long', 'reasoning', 'label', 'extract', 'code', 'japanese'] as const;

const number = <Default extends number | null>(
  def: Default,
  min: number,
  max: number,
  unit = '',
  more = {},
) => ({ kind: 'number', default: def, min, max, unit, ...more }) as const;
const choice = (...values: readonly [string, ...string[]]) =>
  ({ kind: 'enum', default: values[0], values }) as const;
const integer = { integer: true };

export const scenarioFields = {
  response: choice(...responseIds),
  tokens: number(null, 1, 5_000, '', { integer: true, none: 'all' }),
  seed: number(1, 0, 4_294_967_295, '', integer),
  ttft: number(400, 0, 60_000, 'ms'),
  rate: number(60, 1, 2_000, 'tokens/s'),
  jitter: number(0, 0, 2),
  reasoning: number(0, 0, 20_000, 'tokens', integer),
  stall: number(0, 0, 50, 'per 100 tokens'),
  stallms: number(0, 0, 10_000, 'ms'),
  dialect: choice('messages', 'completions'),
  group: number(1, 1, 64, 'tokens per event', integer),
  framing: number(0.2, 0, 100, 'ms per event'),
  proxy: choice('pass', 'bucket', 'hold'),
  bucket: number(4_096, 1, 1_048_576, 'bytes', integer),
  header: number(165, 0, 65_536, 'bytes', integer),
  latency: number(20, 0, 5_000, 'ms'),
  parse: number(0.1, 0, 100, 'ms per event'),
  render: { ...choice('sync', 'token', 'token-yield', 'frame', 'every'), default: 'frame' },
  every: number(50, 1, 1_000, 'ms'),
  cost: number(0, 0, 1_000, 'ms per draw'),
  charcost: number(0, 0, 1_000, 'µs per character'),
  hz: number(60, 1, 480, 'frames/s'),
  weight: number(10, 0, 100),
} satisfies Record<keyof Scenario, unknown> & Fields;

const defaults = parse<Scenario>(scenarioFields, {}).values;

/** Settings from outside, as text or values, to a whole scenario and what was wrong with them. Never throws. */
export function parseScenario(given: Readonly<Record<string, unknown>>): {
  scenario: Scenario;
  problems: Problem[];
} {
  const { values, problems } = parse<Scenario>(scenarioFields, given);
  return { scenario: values, problems };
}

/** What differs from the defaults, as text: `{ rate: '120' }`. */
export function formatScenario(scenario: Scenario): Record<string, string> {
  return format(scenarioFields, { ...scenario });
}

/**
 * A whole scenario from the parts that differ from `base`, the defaults: `scenario({ rate: 120 })`.
 * @throws RangeError that names the field, the value and what is allowed
 */
export function scenario(part: Partial<Scenario> = {}, base = defaults): Scenario {
  for (const name of Object.keys(scenarioFields) as (keyof Scenario)[]) {
    if (!(name in part)) continue;
    const field = scenarioFields[name];
    const why = fault(field, part[name]);
    if (why)
      throw new RangeError(`${name}: ${shownAs(part[name])} ${why}; allowed: ${allowed(field)}`);
  }
  return { ...base, ...part };
}

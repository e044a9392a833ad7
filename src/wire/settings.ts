import type { IncomingMessage } from 'node:http';
import { parse, scenarioFields, type Fields, type Problem, type Scenario } from '../sim/index.ts';
import { didYouMean } from '../text.ts';
import { Refusal } from './http.ts';

const whole = (min: number, max: number, unit = '', more = {}) =>
  ({ kind: 'number', default: null, min, max, unit, integer: true, ...more }) as const;
const ms = (def: number) =>
  ({ kind: 'number', default: def, min: 0, max: 600_000, unit: 'ms' }) as const;
const choice = (...values: readonly [string, ...string[]]) =>
  ({ kind: 'enum', default: values[0], values }) as const;
const never = { none: 'never' };

/** What a real server adds to a scenario: tool calls, and everything that can go wrong. */
export interface Faults {
  /** Tool calls in an answer to a request that offers tools. */
  toolcalls: number;
  /** Status instead of an answer, for how many requests with these very settings, and the `retry-after` that it says. */
  error: 'none' | '400' | '401' | '404' | '429' | '500' | '503' | '529';
  errors: number | null;
  retryafter: number;
  /** An error event after so many tokens. */
  errorat: number | null;
  /** The connection is destroyed after so many tokens, or so many ms. */
  cut: number | null;
  cutms: number | null;
  /** Silence of `pausems` after so many tokens. */
  pause: number | null;
  pausems: number;
  /** How long the status line and the headers wait. ms */
  headersms: number;
  /** Bytes per write: small ones part the bytes of one character. */
  split: number | null;
  /** Bytes of comment before every event: some fill a proxy's buffer that way. */
  padding: number;
  /** How lines of the event stream end. */
  lines: 'lf' | 'crlf' | 'cr';
  /** A comment before every event. */
  comments: 'off' | 'on';
  /** A comment after so many ms of silence. */
  heartbeat: number | null;
  /** Whether the stream says that it is over (`message_stop`, `[DONE]`, `response.completed`). */
  terminator: 'on' | 'off';
  /** gzip for clients that accept it: flushed after each event, or as full as the compressor likes it. */
  compress: 'off' | 'flushed' | 'held';
}

/** How long jobs and batches take. */
interface Work {
  /** A job, from its POST to its result. ms */
  jobms: number;
  /** The step at whose end it fails. */
  jobfail: 'none' | 'retrieve' | 'plan' | 'execute' | 'synthesise';
  /** The `Retry-After` of a job that is not over. s */
  askafter: number;
  /** What its event stream says in `retry:`: how long a client waits before it connects again. ms */
  retry: number | null;
  /** How long a batch's day takes. ms */
  dayms: number;
  /** How many hours of that day its requests take. What is not done after 24 expires. */
  batchhours: number;
}

/**
 * What the mock server takes, in a query string or in the header `x-feels-fast`: the scenario's settings, faults, and
 * the length of long work.
 */
export type WireSettings = Scenario & Faults & Work;

export const faultFields = {
  toolcalls: { ...whole(1, 16), default: 1 },
  error: choice('none', '400', '401', '404', '429', '500', '503', '529'),
  errors: whole(1, 100, 'requests', { none: 'all' }),
  // The standard has whole seconds; the SDKs read fractions too.
  retryafter: { ...whole(0, 3_600, 's'), default: 1, integer: false },
  errorat: whole(0, 25_000, 'tokens', never),
  cut: whole(0, 25_000, 'tokens', never),
  cutms: whole(0, 3_600_000, 'ms', never),
  pause: whole(0, 25_000, 'tokens', never),
  pausems: ms(5_000),
  headersms: ms(0),
  split: whole(1, 65_536, 'bytes', { none: 'whole' }),
  padding: { ...whole(0, 1_048_576, 'bytes per event'), default: 0 },
  lines: choice('lf', 'crlf', 'cr'),
  comments: choice('off', 'on'),
  heartbeat: whole(10, 600_000, 'ms', never),
  terminator: choice('on', 'off'),
  compress: choice('off', 'flushed', 'held'),
} satisfies Record<keyof Faults, unknown> & Fields;

export const workFields = {
  jobms: ms(25_000),
  jobfail: choice('none', 'retrieve', 'plan', 'execute', 'synthesise'),
  askafter: { ...whole(0, 3_600, 's'), default: 5 },
  retry: whole(0, 600_000, 'ms', { none: 'unsaid' }),
  dayms: { ...whole(1, 600_000, 'ms'), default: 10_000 },
  batchhours: { ...whole(0, 48, 'h'), default: 1, integer: false },
} satisfies Record<keyof Work, unknown> & Fields;

const wireFields = { ...scenarioFields, ...faultFields, ...workFields };

/**
 * Settings as text to settings, and everything that is wrong with them: values out of range, names that there are not.
 * @example wireSettings([['rate', '120'], ['cut', '20']])
 */
export function wireSettings(given: Iterable<readonly [string, string]>): {
  settings: WireSettings;
  problems: Pick<Problem, 'field' | 'given' | 'allowed' | 'message'>[];
} {
  const words = Object.fromEntries(given);
  const { values, problems } = parse<WireSettings>(wireFields, words);
  const names = Object.keys(wireFields);
  const unknown = Object.entries(words)
    .filter(([name]) => !names.includes(name))
    .map(([field, value]) => ({
      field,
      given: value,
      allowed: names.join(', '),
      message: `${field}: no such setting.${didYouMean(field, names)}`,
    }));
  // A server that is asked for nonsense does not guess: nothing is used instead.
  const refused = problems.map((problem) => ({
    ...problem,
    message: problem.message.replace(/; using .*$/, ''),
  }));
  return { settings: values, problems: [...refused, ...unknown] };
}

/**
 * A request's settings: those of its query that are not the route's `own`, and those of its header `x-feels-fast`.
 * @returns them, the words that they were given in, and what is left of the query
 * @throws Refusal 400 that names all that is wrong with them
 */
export function readSettings(
  { headers }: IncomingMessage,
  given: URLSearchParams,
  own: readonly string[] = [],
): { settings: WireSettings; words: string; query: URLSearchParams } {
  const words = new URLSearchParams(String(headers['x-feels-fast'] ?? ''));
  const query = new URLSearchParams();
  for (const [name, value] of given) (own.includes(name) ? query : words).append(name, value);
  const { settings, problems } = wireSettings(words);
  if (problems.length > 0)
    throw new Refusal(400, problems.map(({ message }) => message).join('\n'));
  return { settings, words: words.toString(), query };
}

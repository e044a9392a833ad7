import type { IncomingMessage } from 'node:http';
import { parse, scenarioFields, type Field, type Problem, type Scenario } from '../sim/index.ts';
import { didYouMean } from '../text.ts';
import { Refusal } from './http.ts';

const whole = (min: number, max: number, unit = '', more = {}) =>
  ({ kind: 'number', default: null, min, max, unit, integer: true, ...more }) as const;
const ms = (def: number) =>
  ({ kind: 'number', default: def, min: 0, max: 600_000, unit: 'ms' }) as const;
const choice = (...values: readonly [string, ...string[]]) =>
  ({ kind: 'enum', default: values[0], values }) as const;
const never = { none: 'never' };

/** Fields, and in words what each of them does: `--help` says it. */
type Described<Settings> = Record<keyof Settings, Field & { does: string }>;

/** What a real server adds to a scenario: tool calls, and everything that can go wrong. */
export interface Faults {
  toolcalls: number;
  error: 'none' | '400' | '401' | '404' | '429' | '500' | '503' | '529';
  errors: number | null;
  retryafter: number;
  errorat: number | null;
  cut: number | null;
  cutms: number | null;
  pause: number | null;
  pausems: number;
  headersms: number;
  split: number | null;
  padding: number;
  lines: 'lf' | 'crlf' | 'cr';
  comments: 'off' | 'on';
  heartbeat: number | null;
  terminator: 'on' | 'off';
  compress: 'off' | 'flushed' | 'held';
}

export const faultFields = {
  toolcalls: {
    ...whole(1, 16),
    default: 1,
    does: 'tool calls in an answer to a request that offers tools',
  },
  error: {
    ...choice('none', '400', '401', '404', '429', '500', '503', '529'),
    does: 'this status instead of an answer',
  },
  errors: {
    ...whole(1, 100, 'requests', { none: 'all' }),
    does: 'only the first so many requests with these very settings: another seed counts anew',
  },
  retryafter: {
    ...whole(0, 3_600, 's'),
    default: 1,
    // The standard has whole seconds; the SDKs read fractions too.
    integer: false,
    does: 'the Retry-After of 429, 500, 503 and 529',
  },
  errorat: {
    ...whole(0, 25_000, 'tokens', never),
    does: 'an error event after so many tokens, and the end of the stream',
  },
  cut: {
    ...whole(0, 25_000, 'tokens', never),
    does: 'the connection is torn down after so many tokens (of a job: events)',
  },
  cutms: {
    ...whole(0, 3_600_000, 'ms', never),
    does: 'the connection is torn down so long after the request',
  },
  pause: {
    ...whole(0, 25_000, 'tokens', never),
    does: 'silence after so many tokens',
  },
  pausems: { ...ms(5_000), does: 'how long that silence is' },
  headersms: { ...ms(0), does: 'how long the status line and the headers wait' },
  split: {
    ...whole(1, 65_536, 'bytes', { none: 'whole' }),
    does: 'bytes per write: small ones part the bytes of one character',
  },
  padding: {
    ...whole(0, 1_048_576, 'bytes per event'),
    default: 0,
    does: 'a comment so long before every event: some fill a proxy’s buffer that way',
  },
  lines: { ...choice('lf', 'crlf', 'cr'), does: 'how the lines of the event stream end' },
  comments: { ...choice('off', 'on'), does: 'a short comment before every event' },
  heartbeat: {
    ...whole(10, 600_000, 'ms', never),
    does: 'a comment whenever so long nothing has been said',
  },
  terminator: {
    ...choice('on', 'off'),
    does: 'whether the stream says that it is over: message_stop, [DONE], response.completed',
  },
  compress: {
    ...choice('off', 'flushed', 'held'),
    does: 'gzip for who accepts it: flushed after each event, or as full as the compressor likes',
  },
} satisfies Described<Faults>;

/** How long jobs and batches take. */
interface Work {
  jobms: number;
  jobfail: 'none' | 'retrieve' | 'plan' | 'execute' | 'synthesise';
  askafter: number;
  retry: number | null;
  dayms: number;
  batchhours: number;
}

export const workFields = {
  jobms: { ...ms(25_000), does: 'how long a job takes, from its POST to its result' },
  jobfail: {
    ...choice('none', 'retrieve', 'plan', 'execute', 'synthesise'),
    does: 'the step at whose end it fails',
  },
  askafter: { ...whole(0, 3_600, 's'), default: 5, does: 'the Retry-After of a job that goes on' },
  retry: {
    ...whole(0, 600_000, 'ms', { none: 'unsaid' }),
    does: 'its event stream’s “retry:”: how long a client waits before it connects again',
  },
  dayms: { ...whole(1, 600_000, 'ms'), default: 10_000, does: 'how long a batch’s day takes' },
  batchhours: {
    ...whole(0, 48, 'h'),
    default: 1,
    integer: false,
    does: 'how many hours of it its requests take: what is not done after 24 expires',
  },
} satisfies Described<Work>;

/**
 * What the mock server takes, in a query string or in the header `x-feels-fast`: the scenario's settings, faults, and
 * the length of long work.
 */
export type WireSettings = Scenario & Faults & Work;

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
      message: `${field}: no such setting.${didYouMean(field, names) || ' npm run wire -- --help lists them.'}`,
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

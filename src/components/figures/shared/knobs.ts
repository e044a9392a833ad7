import { scenarioFields as fields } from '../../../sim/index.ts';
import { ranges, type ChoiceSetting, type NumberSetting } from './settings.ts';

const ms = ranges(
  [0, 10, 1],
  [10, 100, 5],
  [100, 1_000, 50],
  [1_000, 5_000, 250],
  [5_000, 20_000, 1_000],
  [20_000, 60_000, 5_000],
);
const upTo = (max: number) => ms.filter((stop) => stop <= max);
const powersOfTwo = (from: number, to: number) =>
  ranges(
    ...Array.from(
      { length: to - from + 1 },
      (_, i) => [2 ** (from + i), 2 ** (from + i), 1] as const,
    ),
  );

/**
 * The scenario's settings as knobs: what a reader reads beside each. Ranges, units and defaults are the simulator's.
 * Figures pick from these, so a setting has one name and one wording everywhere.
 */
export const knobs = {
  response: {
    ...fields.response,
    label: 'Answer',
    group: 'answer',
    description: 'Which prepared text is sent, cut into real tokens.',
    names: {
      chat: 'Chat answer',
      long: 'Long-form answer',
      reasoning: 'Reasoning model',
      label: 'One-word classification',
      extract: 'JSON extraction',
      code: 'Code answer',
      japanese: 'Japanese with emoji',
    },
  },
  tokens: {
    ...fields.tokens,
    label: 'Tokens',
    group: 'answer',
    description: 'Only the first so many tokens of the answer.',
    stops: ranges([1, 10, 1], [10, 100, 10], [100, 1_000, 50], [1_000, 5_000, 250]),
  },
  seed: {
    ...fields.seed,
    label: 'Seed',
    group: 'answer',
    description: 'Picks the random draws. The same seed gives the same draws, always.',
    stops: ranges([0, 50, 1]),
  },
  ttft: {
    ...fields.ttft,
    label: 'First token',
    group: 'model',
    description: 'Time to first token (TTFT): queue, prompt and first decode step, at the model.',
    stops: ms,
  },
  rate: {
    ...fields.rate,
    label: 'Rate',
    group: 'model',
    description: 'Tokens decoded per second after the first.',
    stops: ranges([1, 10, 1], [10, 100, 5], [100, 300, 10], [300, 1_000, 50], [1_000, 2_000, 100]),
  },
  jitter: {
    ...fields.jitter,
    label: 'Jitter',
    group: 'model',
    description: 'How uneven the gaps are: standard deviation over mean. 0 is a metronome.',
    stops: ranges([0, 2, 0.1]),
  },
  reasoning: {
    ...fields.reasoning,
    label: 'Reasoning',
    group: 'model',
    description:
      'Hidden tokens the model thinks before the answer. They take time and send nothing.',
    stops: ranges([0, 1_000, 100], [1_000, 5_000, 250], [5_000, 20_000, 1_000]),
  },
  stall: {
    ...fields.stall,
    label: 'Stalls',
    group: 'model',
    description: 'How many gaps in a hundred have a stall in them, on average.',
    stops: ranges([0, 5, 0.5], [5, 50, 5]),
  },
  stallms: {
    ...fields.stallms,
    label: 'Stall length',
    group: 'model',
    description: 'How long each stall lasts.',
    stops: upTo(10_000),
  },
  dialect: {
    ...fields.dialect,
    label: 'Dialect',
    group: 'server',
    description: 'Whose SSE events are on the wire, which decides their size.',
    names: { messages: 'Messages', completions: 'Chat completions' },
  },
  group: {
    ...fields.group,
    label: 'Tokens per event',
    group: 'server',
    description: 'How many tokens share one SSE event, which is sent with its last token.',
    stops: ranges([1, 16, 1], [16, 64, 4]),
  },
  framing: {
    ...fields.framing,
    label: 'Framing',
    group: 'server',
    description: 'Server work for each event.',
    stops: ranges([0, 1, 0.1], [1, 10, 1], [10, 100, 5]),
  },
  proxy: {
    ...fields.proxy,
    label: 'Policy',
    group: 'proxy',
    description:
      'Pass: each event goes on at once. Bucket: a buffer must fill first. Hold: everything waits for the end.',
    names: { pass: 'pass', bucket: 'bucket', hold: 'hold' },
  },
  bucket: {
    ...fields.bucket,
    label: 'Bucket',
    group: 'proxy',
    description:
      'Size of the buffer that must fill before it is sent on. Used when the policy is “bucket”.',
    stops: powersOfTwo(0, 20),
  },
  header: {
    ...fields.header,
    label: 'Headers in it',
    group: 'proxy',
    description: 'Bytes of the first bucket that the response headers take.',
    stops: ranges([0, 500, 25], [500, 4_000, 250], [4_096, 65_536, 4_096]),
  },
  latency: {
    ...fields.latency,
    label: 'Latency',
    group: 'browser',
    description: 'One way, from the proxy to the browser.',
    stops: upTo(5_000),
  },
  parse: {
    ...fields.parse,
    label: 'Parsing',
    group: 'browser',
    description: 'Browser work for each event before the page sees it.',
    stops: ranges([0, 1, 0.1], [1, 10, 1], [10, 100, 5]),
  },
  render: {
    ...fields.render,
    label: 'Drawing',
    group: 'dom',
    description: 'When the page draws what has arrived.',
    names: {
      sync: 'once, at the end',
      token: 'per token',
      'token-yield': 'per token, yielding',
      frame: 'every frame',
      every: 'on a timer',
    },
  },
  every: {
    ...fields.every,
    label: 'Timer',
    group: 'dom',
    description: 'How often the page draws when it draws on a timer.',
    stops: ranges([5, 100, 5], [100, 1_000, 50]),
  },
  cost: {
    ...fields.cost,
    label: 'Work per draw',
    group: 'dom',
    description: 'Main-thread time for each draw: parsing, highlighting, layout.',
    stops: ranges([0, 20, 1], [20, 100, 5], [100, 1_000, 50]),
  },
  charcost: {
    ...fields.charcost,
    label: 'Work per letter',
    group: 'dom',
    description:
      'More main-thread time for each character already shown, as when the whole text is parsed again.',
    stops: ranges([0, 20, 1], [20, 100, 5], [100, 1_000, 50]),
  },
  hz: {
    ...fields.hz,
    label: 'Display',
    group: 'dom',
    description: 'Frames per second that the display shows.',
    stops: [1, 15, 24, 30, 48, 60, 75, 90, 120, 144, 165, 240, 360, 480],
  },
  weight: {
    ...fields.weight,
    label: 'Weight of first paint',
    group: 'score',
    description:
      'How much more the first paint counts than the last in the feels-fast score. An assumption: change it.',
    stops: ranges([0, 20, 1], [20, 100, 5]),
  },
} as const satisfies Record<keyof typeof fields, NumberSetting | ChoiceSetting>;

/** The playhead: a moment of the picture, so that a link can point at it. Not a knob. */
export const playhead = {
  kind: 'number',
  default: null,
  none: 'poster',
  min: 0,
  // More than the longest scene there is: 25,000 tokens at 1 token/s, each with a stall of 10 s.
  max: 1_000_000_000,
  unit: 'ms',
  label: 'Moment',
  group: 'view',
  description: 'The moment the picture shows, in ms since the request.',
  stops: [],
} as const satisfies NumberSetting;

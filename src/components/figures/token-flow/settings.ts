import { knobs, playhead } from '../shared/knobs.ts';
import type { FigureDefinition, NumberSetting, ValuesOf } from '../shared/settings.ts';

/** Everything but the score's weight: this figure gives no scores. */
const scenarioKnobs = ({ weight: _weight, ...others }: typeof knobs) => others;

const follow = {
  kind: 'number',
  default: 12,
  min: 1,
  max: 5_000,
  unit: '',
  integer: true,
  label: 'Follow token',
  group: 'view',
  description:
    'The token that is marked at every hop, counted from 1; the last one if there are fewer.',
  stops: [],
} as const satisfies NumberSetting;

const settings = { ...scenarioKnobs(knobs), follow, t: playhead } as const;

export type FlowValues = ValuesOf<typeof settings>;

export const tokenFlow = {
  id: 'token-flow',
  title: 'One token, five hops',
  summary:
    'Tokens on their way from the model to the page: decoded, framed as SSE events, passed on or held, parsed, painted.',
  settings,
  main: ['ttft', 'rate', 'jitter', 'proxy', 'latency', 'render'],
  presetsLabel: 'Scenes',
  presets: [
    {
      id: 'all-clear',
      label: 'All clear',
      teaches:
        'With nothing in the way a token is on the screen within two frames of being decoded and sent.',
      settings: {},
    },
    {
      id: 'nginx-http-1-0',
      label: 'nginx talking HTTP/1.0',
      teaches:
        'The proxy fills a buffer before it passes anything on: text comes late, and in lumps.',
      settings: { proxy: 'bucket', follow: '13' },
    },
    {
      id: 'compressed',
      label: 'Compressed on the way',
      teaches:
        'A compressor behind a buffering proxy keeps everything to the end: a stream in name only.',
      settings: { proxy: 'hold', follow: '60' },
    },
    {
      id: 'slow-parse',
      label: 'Slow parse',
      teaches:
        'When an event takes longer to parse than the next takes to come, a queue grows in the browser.',
      settings: { parse: '30', follow: '90' },
    },
    {
      id: 'overloaded',
      label: 'Page overloaded',
      teaches:
        'Tokens come steadily, but the page draws one by one and shows them in ever larger lumps.',
      settings: { render: 'token', cost: '25', follow: '40' },
    },
    {
      id: 'grouped',
      label: 'Four tokens per event',
      teaches:
        'Fewer, larger events: less framing on the wire, and each token waits for the last of its four.',
      settings: { group: '4', follow: '13' },
    },
  ],
} as const satisfies FigureDefinition;

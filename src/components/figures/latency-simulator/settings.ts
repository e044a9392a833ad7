import { knobs, playhead } from '../shared/knobs.ts';
import type { FigureDefinition, ValuesOf } from '../shared/settings.ts';

const settings = {
  ...knobs,
  /** Two panels are fixed (sync, per token); this is the third one's drawing. */
  render: {
    ...knobs.render,
    values: ['every', 'frame', 'token-yield'],
    default: 'every',
    label: 'Third panel draws',
  },
  t: playhead,
} as const;

export type SimulatorValues = ValuesOf<typeof settings>;

export const latencySimulator = {
  id: 'latency-simulator',
  title: 'Latency simulator',
  summary:
    'One answer, shown in three ways on one clock: after the last token, with every token, and drawn in beats.',
  settings,
  main: ['ttft', 'rate', 'jitter', 'tokens', 'proxy', 'cost', 'weight'],
  own: ['response'],
  presets: [
    {
      id: 'default',
      label: 'Default',
      teaches: 'Streaming shows the first words in under half a second; everybody ends together.',
      settings: {},
    },
    {
      id: 'slow-page',
      label: 'Slow page',
      teaches:
        'With 25 ms of work per token, naive streaming stands still for longer and longer; drawing once per frame loses nothing.',
      settings: { cost: '25', render: 'frame' },
    },
    {
      id: 'bucket',
      label: 'Bucket in the way',
      teaches:
        'A proxy that fills a bucket first turns a steady stream into lumps and a late start.',
      settings: { proxy: 'bucket' },
    },
    {
      id: 'hold',
      label: 'Held to the end',
      teaches:
        'If something on the way holds the response to its end, streaming is a plain call with more parts.',
      settings: { proxy: 'hold' },
    },
    {
      id: 'reasoning',
      label: 'Reasoning model',
      teaches:
        'Hidden reasoning delays the first word of the answer; what comes after it runs at an ordinary rate.',
      settings: { response: 'reasoning', ttft: '1000', reasoning: '2000' },
    },
    {
      id: 'diffusion',
      label: 'Fast diffusion model',
      teaches:
        'At 750 tokens a second the whole answer takes half a second: streaming still wins, by little.',
      settings: { ttft: '100', rate: '750' },
    },
    {
      id: 'one-word',
      label: 'One word',
      teaches: 'An answer of one token arrives all at once, however it is sent.',
      settings: { response: 'label' },
    },
  ],
} as const satisfies FigureDefinition;

/** What picking a scenario sets; all else stays as the reader left it. Speeds are rounded examples,
 * of the order of those in the article's table. */
export const scenarios: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  chat: { ttft: '400', rate: '60', reasoning: '0' },
  long: { ttft: '750', rate: '100', reasoning: '0' },
  reasoning: { ttft: '1000', rate: '60', reasoning: '2000' },
  label: { ttft: '400', rate: '60', reasoning: '0' },
  extract: { ttft: '450', rate: '130', reasoning: '0' },
  code: { ttft: '750', rate: '100', reasoning: '0' },
  japanese: { ttft: '400', rate: '60', reasoning: '0' },
};

import { knobs, playhead } from '../../../src/components/figures/shared/knobs.ts';
import type {
  FigureDefinition,
  ValuesOf,
} from '../../../src/components/figures/shared/settings.ts';

const settings = { ttft: knobs.ttft, rate: knobs.rate, t: playhead } as const;

export type ExampleFigureValues = ValuesOf<typeof settings>;

export const exampleFigure = {
  id: 'example-figure',
  title: 'Example figure',
  summary: 'One answer on its way to the screen: how many of its tokens can be read, and when.',
  settings,
  main: ['ttft', 'rate'],
  presets: [
    {
      id: 'default',
      label: 'Default',
      teaches: 'A first token after 400 ms, and then 60 tokens/s.',
      settings: {},
    },
    {
      id: 'slow-start',
      label: 'Slow start',
      teaches: 'A late first token is waited for before anything can be read.',
      settings: { ttft: '2000' },
    },
  ],
} as const satisfies FigureDefinition;

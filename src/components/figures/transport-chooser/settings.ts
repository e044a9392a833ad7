import { questions, type QuestionId } from '../../../sim/index.ts';
import type { ChoiceSetting, FigureDefinition, ValuesOf } from '../shared/settings.ts';
import { finer, type FinerId } from './refine.ts';
import { answerWords, finerWords, questionWords } from './words.ts';

const choice = (
  label: string,
  description: string,
  names: Readonly<Record<string, string>>,
): ChoiceSetting => ({
  kind: 'enum',
  default: 'open',
  values: ['open', ...Object.keys(names)],
  names: { open: 'not answered', ...names },
  label,
  group: 'answer',
  description,
});

const question = (id: QuestionId) =>
  choice(questionWords[id].ask, questionWords[id].hint, answerWords);
const finerQuestion = (id: FinerId) =>
  choice(
    finerWords[id].ask,
    `${finerWords[id].hint} Second level: counts when “finer” is on.`,
    finerWords[id].options,
  );

const settings = {
  waiting: question('waiting'),
  long: question('long'),
  wordy: question('wordy'),
  finer: {
    kind: 'enum',
    default: 'off',
    values: ['off', 'on'],
    names: { off: 'off', on: 'on' },
    label: 'Four finer questions',
    group: 'view',
    description: 'Whether the second level is asked, and counts.',
  },
  who: finerQuestion('who'),
  whole: finerQuestion('whole'),
  silence: finerQuestion('silence'),
  survive: finerQuestion('survive'),
} as const satisfies Record<string, ChoiceSetting>;

export type ChooserValues = ValuesOf<typeof settings>;

export const questionIds = Object.keys(questions) as QuestionId[];
export const finerIds = Object.keys(finer) as FinerId[];

export const transportChooser = {
  id: 'transport-chooser',
  title: 'Transport chooser',
  summary:
    'Three questions lead to one of four answers: batch, async job, stream, or a plain call. Each with why, what it costs and what to watch for.',
  settings,
  main: [],
  own: [...questionIds, 'finer', ...finerIds],
  presetsLabel: 'Try these',
  presets: [
    {
      id: 'chat',
      label: 'Chat surface',
      teaches: 'Somebody reads along, so the first words are worth more than the last: stream.',
      settings: { waiting: 'yes', long: 'no', wordy: 'yes' },
    },
    {
      id: 'title',
      label: 'Title suggestion',
      teaches: 'A handful of words is there before reading could begin: a plain call.',
      settings: { waiting: 'yes', long: 'no', wordy: 'no' },
    },
    {
      id: 'nightly',
      label: 'Nightly summaries',
      teaches: 'Nobody looks before morning: a batch, for half the price.',
      settings: { waiting: 'no' },
    },
    {
      id: 'research',
      label: 'Deep-research mode',
      teaches: 'Minutes of searching and thinking outlive a request: an async job that reports.',
      settings: { waiting: 'yes', long: 'yes' },
    },
  ],
} as const satisfies FigureDefinition;

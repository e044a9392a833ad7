import { theme } from '../../embed/api.ts';
import { rolling, version } from '../../embed/release.ts';
import { platforms } from '../../embed/snippets.ts';
import { figures } from '../figures/registry.ts';
import {
  ranges,
  type ChoiceSetting,
  type FigureDefinition,
  type NumberSetting,
  type ValuesOf,
} from '../figures/shared/settings.ts';

const choice = (
  label: string,
  description: string,
  names: Readonly<Record<string, string>>,
): ChoiceSetting => ({
  kind: 'enum',
  default: Object.keys(names)[0]!,
  values: Object.keys(names),
  names,
  label,
  group: 'view',
  description,
});

const width = {
  kind: 'number',
  default: null,
  none: 'fit',
  min: 320,
  max: 1_000,
  unit: '',
  integer: true,
  label: 'Width, px',
  group: 'view',
  description: 'How wide the frame is here. On your page it is as wide as the column it stands in.',
  stops: ranges([320, 1_000, 20]),
} as const satisfies NumberSetting;

const settings = {
  figure: choice(
    'Figure',
    'What to embed.',
    Object.fromEntries(figures.map(({ id, title }) => [id, title])),
  ),
  platform: choice(
    'Platform',
    'Where it will stand.',
    Object.fromEntries(platforms.map(({ platform, label }) => [platform, label])),
  ),
  theme: { ...theme, names: { ...theme.names, auto: 'auto' } },
  width,
  release: choice('Release', 'Which of our releases it takes.', {
    rolling: `Rolling, ${rolling}`,
    pinned: `Pinned, ${version}`,
  }),
} as const;

export type OwnValues = ValuesOf<typeof settings>;

export const releases = Object.entries(settings.release.names).map(([value, name]) => ({
  value,
  name,
}));

/** What a release is good for. */
export const releaseGives: Readonly<Record<string, string>> = {
  rolling: 'Improvements come by themselves, and nothing breaks.',
  pinned: 'It stays exactly as it is, for good. Browsers check scripts against their hash.',
};

/** What the configurator itself can be set to. Declared like a figure, so it is read, checked and shown like one. */
export const configurator: FigureDefinition = {
  id: 'configurator',
  title: 'Configurator',
  summary: 'A figure, set up to be embedded.',
  settings,
  main: [],
  presets: [],
};

/** Which preset of a figure the configurator's address names. */
export const presetField = ({ presets }: FigureDefinition): ChoiceSetting =>
  choice('Preset', 'What to begin with.', {
    none: 'none',
    ...Object.fromEntries(presets.map(({ id, label }) => [id, label])),
  });

import { fromQuery, toQuery } from '../../components/figures/shared/settings.ts';
import { format } from '../../sim/index.ts';
import { elementPath, framePath, loaderPath, playPath, posterPath, tagOf } from '../addresses.ts';
import { rolling, version } from '../release.ts';
import { oneLine } from './escape.ts';
import { presetValues, queryFrom, type Values } from './query.ts';
import type { EmbedSpec } from './types.ts';

/** A script for a page's head. */
export interface Script {
  src: string;
  /** Whether it is an ES module. */
  module: boolean;
  integrity?: string | undefined;
}

/** What every snippet is made of: absolute addresses, names and values, nothing escaped yet. */
export interface Words {
  title: string;
  /** What there is to see, in a sentence. */
  shows: string;
  /** The frame's page, with settings and theme. */
  frame: string;
  /** The figure's own page, with the same settings. */
  play: string;
  poster: Readonly<Record<'svg' | 'png', string>>;
  height: number;
  tag: string;
  /** What differs from the defaults, and the theme. */
  attributes: readonly (readonly [name: string, value: string])[];
  loader: Script;
  element: Script;
  /** What npm is asked for: "feels-fast@1". */
  release: string;
  /** The figure's id. */
  figure: string;
}

const withTheme = (query: string, theme: EmbedSpec['theme']) =>
  [query, theme !== 'auto' && `theme=${theme}`].filter(Boolean).join('&');

export function wordsFor(spec: EmbedSpec): Words {
  const { figure, preset, theme, height, pinned } = spec;
  const { id, settings } = figure;
  const base = presetValues(figure, preset);
  const { values } = fromQuery<Values>(settings, spec.query, base);
  const query = withTheme(queryFrom(settings, values, base), theme);
  const channel = pinned ? version : rolling;
  const at = (path: string) => new URL(path, spec.origin).href;
  const { teaches } = figure.presets.find((each) => each.id === preset) ?? {};

  return {
    title: oneLine(figure.title),
    shows: oneLine(teaches ?? figure.summary),
    frame: at(framePath(id, { preset, query, channel })),
    play: at(playPath(id, toQuery(settings, values))),
    poster: { svg: at(posterPath(id, 'svg', preset)), png: at(posterPath(id, 'png', preset)) },
    height: Math.round(height),
    tag: tagOf(id),
    attributes: [
      ...Object.entries(format(settings, values)),
      ...(theme === 'auto' ? [] : [['theme', theme] as const]),
    ],
    loader: {
      src: at(loaderPath(channel)),
      module: false,
      integrity: pinned ? spec.loaderIntegrity : undefined,
    },
    element: {
      src: at(elementPath(id, channel)),
      module: true,
      integrity: pinned ? spec.integrity : undefined,
    },
    release: `feels-fast@${pinned ? version : rolling.slice(1)}`,
    figure: id,
  };
}

import { figures } from '../components/figures/registry.ts';
import type { FigureDefinition, Preset } from '../components/figures/shared/settings.ts';

/** A figure as it comes or, with a preset, as that has it. */
export interface View {
  figure: FigureDefinition;
  preset: Preset | undefined;
}

/** Everything that has an address of its own to link to, embed and preview. */
export const views: readonly View[] = figures.flatMap((figure) =>
  [undefined, ...figure.presets].map((preset) => ({ figure, preset })),
);

/** A preset's settings as they stand in a URL: '' or 'proxy=bucket&follow=13'. */
export const queryOf = (preset: Preset | undefined): string =>
  new URLSearchParams(preset?.settings).toString();

/** "Latency simulator", or "Latency simulator: Slow page". */
export const titleOf = ({ figure, preset }: View): string =>
  preset ? `${figure.title}: ${preset.label}` : figure.title;

import { latencySimulator } from './latency-simulator/settings.ts';
import { tokenFlow } from './token-flow/settings.ts';
import type { FigureDefinition } from './shared/settings.ts';
import { transportChooser } from './transport-chooser/settings.ts';

/** Every figure there is. Pages, tests and docs go through this list; the folder of each is named by its id. */
export const figures: readonly FigureDefinition[] = [tokenFlow, latencySimulator, transportChooser];

/** @throws Error that names the figures there are */
export function figureNamed(id: string): FigureDefinition {
  const figure = figures.find((f) => f.id === id);
  if (!figure)
    throw new Error(
      `There is no figure “${id}”. There are: ${figures.map((f) => f.id).join(', ')}.`,
    );
  return figure;
}

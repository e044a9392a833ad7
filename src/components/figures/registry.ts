import { latencySimulator } from './latency-simulator/settings.ts';
import { tokenFlow } from './token-flow/settings.ts';
import type { FigureDefinition } from './shared/settings.ts';
import { transportChooser } from './transport-chooser/settings.ts';

/** Every figure there is. Pages, tests and docs go through this list; the folder of each is named by its id. */
export const figures: readonly FigureDefinition[] = [tokenFlow, latencySimulator, transportChooser];

/** The component that draws a figure, in the folder of its id: "token-flow" → "TokenFlow". */
export const componentName = (id: string): string =>
  id.replace(/(^|-)(.)/g, (_, _dash, letter: string) => letter.toUpperCase());

/** Its declaration, in settings.ts there: "token-flow" → "tokenFlow". */
export const declarationName = (id: string): string =>
  id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** @throws Error that names the figures there are */
export function figureNamed(id: string): FigureDefinition {
  const figure = figures.find((f) => f.id === id);
  if (!figure)
    throw new Error(
      `There is no figure “${id}”. There are: ${figures.map((f) => f.id).join(', ')}.`,
    );
  return figure;
}

import { didYouMean } from '../../text.ts';
import { figureNamed } from './registry.ts';
import { fromQuery } from './shared/settings.ts';

/**
 * Checks the settings that an author gave a figure, so that a slip stops the build and not a reader.
 * @param tag what the author wrote, for the message
 * @throws Error that names every setting that is not known or not allowed
 */
export function checkStart(tag: string, of: string, query: string): void {
  const { settings } = figureNamed(of);
  const { problems } = fromQuery(settings, query);
  const names = Object.keys(settings);
  const unknown = [...new URLSearchParams(query).keys()]
    .filter((key) => !names.includes(key))
    .map((key) => `${key}: no such setting.${didYouMean(key, names)}`);
  const wrong = [...problems.map((problem) => problem.message), ...unknown];
  if (wrong.length > 0) throw new Error(`${tag}: ${wrong.join('; ')}`);
}

import { parse, type Fields, type ResponseId } from '../../sim/index.ts';
import { first } from '../../sim/texts/first.ts';
import { textOf } from '../../sim/texts/index.ts';
import type { Texts } from '../../sim/texts/late.ts';
import { didYouMean } from '../../text.ts';
import { figureNamed } from './registry.ts';

/** What is wrong with a query string that an author wrote: values not allowed, and names that are not settings. */
export function faultsIn(fields: Fields, query: string): string[] {
  const given = new URLSearchParams(query);
  const { problems } = parse(fields, Object.fromEntries(given));
  const names = Object.keys(fields);
  return [
    // What a reader would get in its place is nothing to an author: the build stops.
    ...problems.map(({ message }) => message.replace(/; using .*/, '')),
    ...[...given.keys()]
      .filter((key) => !names.includes(key))
      .map((key) => `${key}: no such setting.${didYouMean(key, names)}`),
  ];
}

/**
 * Checks the settings that an author gave a figure, so that a slip stops the build and not a reader.
 * @param tag what the author wrote, for the message
 * @throws Error that names every setting that is not known or not allowed
 */
export function checkStart(tag: string, of: string, query: string): void {
  const faults = faultsIn(figureNamed(of).settings, query);
  if (faults.length > 0) throw new Error(`${tag}: ${faults.join('; ')}`);
}

/** The text that a figure starts with, for its page to bring along. `undefined` for the first, which every figure has. */
export function startingText(of: string, query: string): Texts | undefined {
  const given = Object.fromEntries(new URLSearchParams(query));
  const { response } = parse<{ response?: ResponseId }>(figureNamed(of).settings, given).values;
  return !response || response in first ? undefined : { [response]: textOf(response) };
}

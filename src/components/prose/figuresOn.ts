import { didYouMean } from '../../text.ts';

/**
 * Which kind of figure has the id `id` in an article's source.
 * @throws Error that names the ids there are
 */
export function figureOn(body: string, id: string, tag: string): string {
  const ids = new Map<string, string>();
  for (const [figure] of body.matchAll(/<Figure\b[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(figure)?.[1];
    ids.set(attribute('id') ?? '', attribute('of') ?? '');
  }
  const of = ids.get(id);
  if (of === undefined)
    throw new Error(
      `${tag}: there is no figure “${id}” on this page.${didYouMean(id, ids.keys())} There are: ${[...ids.keys()].join(', ')}.`,
    );
  return of;
}

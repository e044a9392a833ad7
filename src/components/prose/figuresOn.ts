import { didYouMean } from '../../text.ts';

/** A `<Figure>` as it stands in an article's source. */
export interface FigureTag {
  id: string;
  of: string;
  with: string;
}

/** The figures of an article's source, in the order they are read. */
export function figuresIn(body: string): FigureTag[] {
  return [...body.matchAll(/<Figure\b[^>]*>/g)].map(([tag]) => {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
    return { id: attribute('id'), of: attribute('of'), with: attribute('with') };
  });
}

/**
 * Which kind of figure has the id `id` in an article's source.
 * @throws Error that names the ids there are
 */
export function figureOn(body: string, id: string, tag: string): string {
  const all = figuresIn(body);
  const found = all.find((figure) => figure.id === id);
  if (found) return found.of;
  const ids = all.map((figure) => figure.id);
  throw new Error(
    `${tag}: there is no figure “${id}” on this page.${didYouMean(id, ids)} There are: ${ids.join(', ')}.`,
  );
}

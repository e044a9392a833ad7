import { figureNamed } from '../components/figures/registry.ts';
import { paletteOf } from '../site/palette.ts';

type Colours = Readonly<Record<string, string>>;

/** What a figure's picture.ts has for those who show it without the page. */
interface Picture {
  /** The colours it needs. */
  colourNames: readonly string[];
  /** Names of its own among them, and the names that the palette has for these. */
  hues?: Readonly<Record<string, string>>;
  /** The figure for a query string, at its poster time or at the `t` in the query: an SVG document. */
  poster(query: string, colours: Colours): string;
}

/** What a figure's card.ts has, where there is one: its gist in few words and large, in the size given. */
interface Gist {
  card(query: string, colours: Colours, size: Size): string;
}
export interface Size {
  width: number;
  height: number;
}

const pictures = import.meta.glob<Picture>('../components/figures/*/picture.ts', { eager: true });
const gists = import.meta.glob<Gist>('../components/figures/*/card.ts', { eager: true });

/** @throws Error that says what a figure's folder lacks */
function pictureOf(id: string): Picture {
  figureNamed(id);
  const picture = pictures[`../components/figures/${id}/picture.ts`];
  for (const name of ['colourNames', 'poster'] as const)
    if (!picture?.[name])
      throw new Error(
        `src/components/figures/${id}/picture.ts: no “${name}”. A figure exports it for previews and posters; see latency-simulator/picture.ts.`,
      );
  return picture!;
}

function coloursOf({ colourNames, hues = {} }: Picture): Colours {
  const names = colourNames.map((name) => hues[name] ?? name);
  const palette = paletteOf(names);
  return Object.fromEntries(colourNames.map((name, i) => [name, palette[names[i]!]!]));
}

const variablesOf = ({ colourNames, hues = {} }: Picture): Colours =>
  Object.fromEntries(colourNames.map((name) => [name, `var(--${hues[name] ?? name})`]));

/** A figure as an SVG document, in the colours of the light theme. */
export function posterOf(id: string, query = ''): string {
  const picture = pictureOf(id);
  return picture.poster(query, coloursOf(picture));
}

/** What a figure shows, as its picture says it, in a sentence or two. */
export function findingOf(id: string, query = ''): string {
  const desc = /<desc>([^<]*)<\/desc>/.exec(posterOf(id, query))?.[1];
  if (!desc)
    throw new Error(
      `src/components/figures/${id}/picture.ts: its picture has no <desc>, which is its text alternative.`,
    );
  return desc.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/**
 * A figure for a picture of the given size: its gist where it has one, else the upper part of its poster. In the
 * colours of the light theme or, within a page, in those of the page.
 */
export function gistOf(id: string, query: string, size: Size, within = false): string {
  const picture = pictureOf(id);
  const colours = within ? variablesOf(picture) : coloursOf(picture);
  const gist = gists[`../components/figures/${id}/card.ts`];
  if (gist) return gist.card(query, colours, size);
  return picture
    .poster(query, colours)
    .replace(
      /^<svg\b([^>]*?) width="[^"]*" height="[^"]*"/,
      `<svg$1 width="${size.width}" height="${size.height}" preserveAspectRatio="xMinYMin slice"`,
    );
}

import { queryOf, type View } from '../embed/views.ts';
import { posterOf, type Size } from './figures.ts';

/** Letters about as wide as those the pictures are laid out for. The sans of some systems is a tenth wider. */
const letters = "-apple-system, 'Segoe UI', Roboto, Arial, sans-serif";

/** How many times larger than its SVG a poster's PNG is: sharp on any screen, and on a slide. */
export const zoom = 2;

/** The poster of a figure, or of one of its presets, as an SVG document. It is in the fonts that `toPng` has. */
export const posterFor = ({ figure, preset }: View): string => posterOf(figure.id, queryOf(preset));

/** The same for pages and slides, which have fonts of their own. */
export const svgFile = (view: View): string =>
  posterFor(view).replaceAll('system-ui, sans-serif', letters);

/** The size of a poster's PNG, in px. */
export function pngSize(view: View): Size {
  const svg = /<svg [^>]*? width="(\d+)" height="(\d+)"/.exec(posterFor(view));
  if (!svg)
    throw new Error(
      `src/components/figures/${view.figure.id}/picture.ts: its picture has no width and height in whole px.`,
    );
  return { width: zoom * Number(svg[1]), height: zoom * Number(svg[2]) };
}

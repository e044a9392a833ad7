import { Resvg, type ResvgRenderOptions } from '@resvg/resvg-js';
import { escapeXml } from '../components/figures/shared/svg.ts';
import { families, fontFiles } from './fonts.ts';

/** No fonts of the machine: a picture is the same wherever the site is built. */
async function options(): Promise<ResvgRenderOptions> {
  return {
    font: {
      loadSystemFonts: false,
      fontFiles: await fontFiles(),
      defaultFontFamily: families.sans,
    },
  };
}

/** resvg-js takes every generic family for the first font it has; so they are named. */
function named(svg: string): string {
  return svg
    .replaceAll('system-ui, sans-serif', families.sans)
    .replaceAll('ui-monospace, monospace', families.mono);
}

/** An SVG document as a PNG, `zoom` times its size. */
export async function toPng(svg: string, zoom = 1): Promise<Uint8Array<ArrayBuffer>> {
  const resvg = new Resvg(named(svg), {
    ...(await options()),
    fitTo: { mode: 'zoom', value: zoom },
  });
  return Uint8Array.from(resvg.render().asPng());
}

/** How wide a line of text is at a font size of 1. */
export type Measure = (text: string) => number;

/** A ruler for one font. */
export async function measureIn(family: string, weight: number): Promise<Measure> {
  const settings = await options();
  const known = new Map<string, number>();
  const width = (text: string) => {
    // Large, because a box is measured to whole outlines.
    const svg = `<svg xmlns="http://www.w3.org/2000/svg"><text font-family="${family}" font-weight="${weight}" font-size="100">${escapeXml(text)}</text></svg>`;
    return (new Resvg(svg, settings).getBBox()?.width ?? 0) / 100;
  };
  return (text) => {
    if (!known.has(text)) known.set(text, width(text));
    return known.get(text)!;
  };
}

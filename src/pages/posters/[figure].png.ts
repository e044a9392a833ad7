/** The same as a PNG of twice its size, for places that take no SVG. */
import type { APIRoute } from 'astro';
import { posterOf } from '../../og/figures.ts';
import { toPng } from '../../og/raster.ts';

export { getStaticPaths } from './[figure].svg.ts';

export const GET: APIRoute<object, { figure: string }> = async ({ params }) =>
  new Response(await toPng(posterOf(params.figure), 2), {
    headers: { 'Content-Type': 'image/png' },
  });

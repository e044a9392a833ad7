/** The same as a PNG of twice its size, for places that take no SVG. */
import type { APIRoute } from 'astro';
import type { View } from '../../embed/views.ts';
import { posterFor, zoom } from '../../og/posters.ts';
import { toPng } from '../../og/raster.ts';

export { getStaticPaths } from './[...name].svg.ts';

export const GET: APIRoute<View> = async ({ props }) =>
  new Response(await toPng(posterFor(props), zoom), { headers: { 'Content-Type': 'image/png' } });

/** Every figure and preset as a picture under a name that stays. */
import type { APIRoute } from 'astro';
import { posterPath } from '../../embed/addresses.ts';
import { views, type View } from '../../embed/views.ts';
import { svgFile } from '../../og/posters.ts';

export function getStaticPaths() {
  return views.map((view) => {
    const path = posterPath(view.figure.id, 'svg', view.preset?.id);
    return { params: { name: path.slice('/posters/'.length, -'.svg'.length) }, props: view };
  });
}

export const GET: APIRoute<View> = ({ props }) =>
  new Response(svgFile(props), { headers: { 'Content-Type': 'image/svg+xml' } });

/** Every figure and preset, for those who turn links into embeds. */
import type { APIRoute } from 'astro';
import { oembedPath } from '../../embed/addresses.ts';
import { oembedOf } from '../../embed/oembed.ts';
import { views, type View } from '../../embed/views.ts';

export function getStaticPaths() {
  return views.map((view) => {
    const path = oembedPath(view.figure.id, view.preset?.id);
    return { params: { name: path.slice('/oembed/'.length, -'.json'.length) }, props: view };
  });
}

export const GET: APIRoute<View> = ({ props, site }) =>
  new Response(JSON.stringify(oembedOf(props, site!)), {
    headers: { 'Content-Type': 'application/json' },
  });

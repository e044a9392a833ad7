/** The preview image of every page. */
import type { APIRoute } from 'astro';
import { draw, type Card } from '../../og/card.ts';
import { cards, imagePath } from '../../og/cards.ts';
import { toPng } from '../../og/raster.ts';

export async function getStaticPaths() {
  return (await cards()).map((card) => ({
    params: { page: imagePath(card.path).slice('/og/'.length, -'.png'.length) },
    props: { card },
  }));
}

export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(await toPng(await draw(props.card)), { headers: { 'Content-Type': 'image/png' } });

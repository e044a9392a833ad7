/** Every figure as a picture under a name that stays. */
import type { APIRoute } from 'astro';
import { figures } from '../../components/figures/registry.ts';
import { posterOf } from '../../og/figures.ts';

export function getStaticPaths() {
  return figures.map(({ id }) => ({ params: { figure: id } }));
}

export const GET: APIRoute<object, { figure: string }> = ({ params }) =>
  new Response(posterOf(params.figure), { headers: { 'Content-Type': 'image/svg+xml' } });

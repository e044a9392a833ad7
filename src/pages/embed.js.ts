// The loader of the newest release, under a short address.
import type { APIRoute } from 'astro';
import { loader } from 'virtual:embeds';

export const GET: APIRoute = () =>
  new Response(loader, { headers: { 'content-type': 'text/javascript; charset=utf-8' } });

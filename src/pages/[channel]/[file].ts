// A release: custom elements, the loader, and the hash of each.
import type { APIRoute, GetStaticPaths } from 'astro';
import { channels } from '../../embed/release.ts';
import { releaseFiles } from '../../embed/releaseFiles.ts';

export const getStaticPaths: GetStaticPaths = () =>
  channels.flatMap((channel) =>
    Object.keys(releaseFiles).map((file) => ({ params: { channel, file } })),
  );

export const GET: APIRoute = ({ params }) => {
  const file = params['file']!;
  const type = file.endsWith('.js') ? 'text/javascript' : 'application/json';
  return new Response(releaseFiles[file], {
    headers: { 'content-type': `${type}; charset=utf-8` },
  });
};

// Serves the built site. Used by `npm start` and, through it, by the end-to-end tests.

import { preview } from 'astro';

/** Serves dist/ on exactly this port until Ctrl-C or SIGTERM. Resolves with the address once it answers. */
export async function serve(port: number): Promise<string> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const server = await preview({
    logLevel: 'error',
    server: { port },
    vite: { preview: { strictPort: true } },
  });
  // Vite does the like on SIGTERM.
  process.once('SIGINT', () => void server.stop().then(() => process.exit(0)));
  return `http://localhost:${String(port)}/`;
}

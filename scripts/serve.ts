// Serves the built site. Used by `npm start` and, through it, by the end-to-end tests.

import { fileURLToPath } from 'node:url';
import { preview, type PreviewOptions, type Plugin } from 'vite';
import { asHosted } from './asHosted.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/**
 * Serves dist/ on exactly this port until Ctrl-C or SIGTERM, with `https` over HTTP/2. Resolves with the address once it
 * answers.
 */
export async function serve(
  port: number,
  { https, plugins = [] }: { https?: PreviewOptions['https']; plugins?: Plugin[] } = {},
): Promise<string> {
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    // The pages, the redirects to them and the one for what is not there are the plugin's.
    appType: 'custom',
    plugins: [asHosted(`${root}dist`), ...plugins],
    preview: { port, strictPort: true, cors: false, ...(https && { https }) },
  });
  // Vite does the like on SIGTERM.
  process.once('SIGINT', () => void server.close().then(() => process.exit(0)));
  return `http${https ? 's' : ''}://localhost:${String(port)}/`;
}

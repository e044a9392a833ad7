// Serves the built site. Used by `npm start` and, through it, by the end-to-end tests.

import { fileURLToPath } from 'node:url';
import { preview } from 'vite';
import { asHosted } from './asHosted.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Serves dist/ on exactly this port until Ctrl-C or SIGTERM. Resolves with the address once it answers. */
export async function serve(port: number): Promise<string> {
  const server = await preview({
    root,
    configFile: false,
    logLevel: 'error',
    // The pages, the redirects to them and the one for what is not there are the plugin's.
    appType: 'custom',
    plugins: [asHosted(`${root}dist`)],
    preview: { port, strictPort: true, cors: false },
  });
  // Vite does the like on SIGTERM.
  process.once('SIGINT', () => void server.close().then(() => process.exit(0)));
  return `http://localhost:${String(port)}/`;
}

// Makes Vite's server for built sites behave as a host does that reads dist/_headers, such as Netlify.

import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { otherwise, types } from '../src/site/hosting/defaults.ts';
import { parseHeadersFile } from '../src/site/hosting/headersFile.ts';
import { headersFor, type Headers } from '../src/site/hosting/rules.ts';

/** @throws Error if nothing has been built into `dist` */
export function asHosted(dist: string): Plugin {
  const file = join(dist, '_headers');
  if (!existsSync(file)) throw new Error(`${file} is not there: \`npm run build\` makes it.`);
  const table = { rules: parseHeadersFile(readFileSync(file, 'utf8')), otherwise, types };

  return {
    name: 'as-hosted',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const [path, query] = addressOf(request);
        for (const [name, value] of Object.entries(headersFor(table, path)))
          response.setHeader(name, value);
        if (path.endsWith('/')) request.url = `${path}index.html${query}`;
        next();
      });
      // Vite has not found a file.
      return () =>
        middlewares.use((request, response) => {
          const [path, query] = addressOf(request);
          if (existsSync(join(dist, path, 'index.html')))
            response.writeHead(301, { Location: `${path}/${query}` }).end();
          else sendNotFound(response, join(dist, '404.html'), headersFor(table, '/404.html'));
        });
    },
  };
}

function sendNotFound(response: ServerResponse, file: string, headers: Headers): void {
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  response.writeHead(404, headers).end(readFileSync(file));
}

/** `/play/?rate=60` → `/play/`, `?rate=60` */
function addressOf({ url = '/' }: IncomingMessage): [path: string, query: string] {
  const end = url.indexOf('?');
  return end < 0 ? [url, ''] : [url.slice(0, end), url.slice(end)];
}

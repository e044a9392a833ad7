// Serves the sites that have been built, each under its own name: http://vitepress-iframe.localhost:PORT/

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { ports, sites } from './hosts.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

createServer(({ headers, url = '/' }, response) => {
  const site = (headers.host ?? '').split('.')[0]!;
  // URL leaves no “..” in it.
  const path = new URL(url, 'http://localhost').pathname;
  // The templates have no icon, and nobody has asked them for one.
  if (path.startsWith('/favicon.')) return response.writeHead(204).end();

  const file = [path, `${path}.html`, `${path}/index.html`]
    .map((name) => join(sites, site, name))
    .find(isFile);
  if (!file) return response.writeHead(404).end();
  response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream' });
  return createReadStream(file).pipe(response);
}).listen(ports.theirs(), '127.0.0.1');

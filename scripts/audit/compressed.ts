// Answers with texts compressed as far as brotli goes, as a CDN does that compresses a file once.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const text = /\.(html|css|js|json|svg|xml)$/;

/** Bytes as brotli at its best makes them. */
export const brotli = (content: Uint8Array): Buffer =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** Bytes as gzip at its best makes them. */
export const gzip = (content: string | Uint8Array): Buffer => gzipSync(content, { level: 9 });

/** A plugin for Vite's server of built sites. It goes after the one that sets headers and finds a folder's page. */
export function compressed(dist: string): Plugin {
  const kept = new Map<string, Buffer>();
  return {
    name: 'compressed',
    configurePreviewServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        const path = decodeURIComponent(request.url!.split('?')[0]!);
        const file = join(dist, path);
        if (!text.test(path) || !existsSync(file)) return next();
        const body = kept.get(path) ?? brotli(readFileSync(file));
        kept.set(path, body);
        response.setHeader('Content-Encoding', 'br');
        response.setHeader('Content-Length', body.length);
        response.end(body);
      });
    },
  };
}

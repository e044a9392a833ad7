// What Netlify and Cloudflare do by themselves; other servers are told.

import type { Headers } from './rules.ts';

/** Ask before each use whether it has changed: what a page says and the names of its assets belong together. */
export const otherwise: Headers = { 'Cache-Control': 'public, max-age=0, must-revalidate' };

const text = (type: string) => `text/${type}; charset=utf-8`;

export const types: Headers = {
  html: text('html'),
  css: text('css'),
  js: text('javascript'),
  mjs: text('javascript'),
  txt: text('plain'),
  json: 'application/json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  '*': 'application/octet-stream',
};

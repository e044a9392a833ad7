// What pages may load and do, as their Content-Security-Policy says it.

import { createHash } from 'node:crypto';

/** What a page has that its policy must let it have. */
export interface PageParts {
  /** "/search/" */
  path: string;
  /** The text of each script and style sheet that stands in the page. */
  scripts: readonly string[];
  styles: readonly string[];
  /** The name of every element. */
  tags: ReadonlySet<string>;
}

/** Names what stands in a page itself, so that the browser lets that in, and nothing else that does. */
export const hash = (text: string): string =>
  `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const self = "'self'";

/** What only these pages do, by directive. */
const besides: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Pagefind reads its index in WebAssembly. That is the one thing 'wasm-unsafe-eval' allows: eval() stays shut.
  '/search/': { 'script-src': "'wasm-unsafe-eval'" },
  // They show frames of ours.
  '/embed/': { 'frame-src': self },
  '/embed/docs/': { 'frame-src': self },
};

/** Our own files, and what the page is seen to have. What is not named is not allowed: `default-src`. */
export function policyOf({ path, scripts, styles, tags }: PageParts): string {
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': [self, ...scripts.map(hash)],
    'style-src': [self, ...styles.map(hash)],
    'img-src': [self, 'data:'], // a picture on its way to a PNG
    'font-src': [self],
    'worker-src': [self],
    // The search fetches its index. Elsewhere nothing is fetched, but who checks a page may ask for /robots.txt from it.
    'connect-src': [self],
    'form-action': [tags.has('form') ? self : "'none'"],
    'base-uri': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    // For the address of the worker, which every page registers: src/offline/setting.ts. Svelte makes its own wherever it
    // runs. None of our components has it write HTML.
    'trusted-types': ['offline', ...(tags.has('astro-island') ? ['svelte-trusted-html'] : [])],
  };
  for (const [name, value] of Object.entries(besides[path] ?? {}))
    directives[name] = [...(directives[name] ?? []), value];
  return Object.entries(directives)
    .map(([name, values]) => [name, ...new Set(values)].join(' '))
    .join('; ');
}

import type { Plugin } from 'vite';

/**
 * Fetches what is imported on demand, and nothing before it: a page has all its styles, and the scripts that such a part
 * shares with its figure are there. Vite's own way looks for both first, which is a kilobyte more in every figure.
 */
export const onDemand = (): Plugin => ({
  name: 'on-demand',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
  renderChunk: (code) => code.replaceAll(/,\s*__VITE_PRELOAD__\b/g, ''),
});

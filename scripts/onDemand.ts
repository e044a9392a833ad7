import type { Plugin } from 'vite';

/**
 * Fetches what is imported on demand, and nothing before it: a page has all its styles, and the scripts that such a part
 * shares with its figure are there. Vite's own way looks for both first, which is a kilobyte more in every figure.
 */
export const plainImports = (): Plugin => ({
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null,
  renderChunk: (code) => code.replaceAll(/,\s*__VITE_PRELOAD__\b/g, ''),
});

const NONE = '\0no-texts';

/** Pages' own scripts begin with the first of the texts to send: figures/shared/texts.ts fetches the others. */
export const firstText = (): Plugin => ({
  name: 'first-text',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === 'client',
  resolveId: (source, importer) =>
    source === './others.ts' && importer?.endsWith('/src/sim/texts/index.ts') ? NONE : null,
  load: (id) => (id === NONE ? 'export const others = {};' : null),
});

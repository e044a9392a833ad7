// What nothing leads to is to be deleted: `npm test -- unused` finds it. What is listed here is used in a way that
// Knip cannot see, and says where.
import type { KnipConfig } from 'knip';

export default {
  entry: [
    // Bundled by scripts/embeds.ts, which writes the modules that import them.
    'src/embed/{child,element,frame,loader}.ts',
    // Bundled by scripts/offline.ts in the same way.
    'src/offline/worker.ts',
    // Imported by the modules that scripts/package/entries.ts writes.
    'src/embed/svelte/{Settable.svelte,options.ts}',
    // Run by the npm scripts, by each other and by the servers of the tests.
    'scripts/*.{ts,mjs}',
    'scripts/new/size.ts',
    'tests/hosts/serve.ts',
    // Bundled by scripts/validate/lab.ts.
    'scripts/validate/page.ts',
    // Copied by `npm run new`.
    'scripts/templates/example-figure/*',
    'scripts/templates/*.mdx',
  ],
  project: [
    '*.{js,mjs,ts}',
    '{src,scripts,tests}/**/*.{astro,js,mdx,mjs,svelte,ts,vue}',
    '!tests/hosts/*/**', // packages of their own, which tests/hosts/build.ts copies
  ],
  vitest: { config: ['vitest.config.ts', 'tests/*/vitest.config.ts'] },
  playwright: { config: ['playwright.config.ts', 'tests/hosts/playwright.config.ts'] },
  ignoreDependencies: [
    '@astrojs/check', // is `astro check`
    'svelte-check', // started by scripts/checks.ts
    '@fontsource-variable/.+', // astro.config.mjs reads their files
    '@types/react', // tests/package compiles what scripts/package writes for React against them
  ],
  // A type that a function's signature names is exported beside it.
  ignoreExportsUsedInFile: { interface: true, type: true },
} satisfies KnipConfig;

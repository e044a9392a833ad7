import { indent, scriptObject } from './script.ts';
import type { Part } from './types.ts';
import type { Script } from './words.ts';

/** A script for every page of a Docusaurus site. https://docusaurus.io/docs/api/docusaurus-config#scripts */
export const docusaurusConfig = (script: Script): Part => ({
  where: 'Once, in docusaurus.config.js: one more entry in “scripts”',
  file: 'docusaurus.config.js',
  language: 'js',
  code: `export default {
  // …
  scripts: [
    ${indent(scriptObject(script, 'true'), 4)},
  ],
};`,
});

/** The same of a VitePress site; `more` goes into its config too. https://vitepress.dev/reference/site-config#head */
export const vitepressConfig = (script: Script, more = ''): Part => ({
  where: `Once, in .vitepress/config.js: one more entry in “head”${more && ', and what Vue must know'}`,
  file: '.vitepress/config.js',
  language: 'js',
  code: `export default {
  // …
  head: [
    ['script', ${indent(scriptObject(script, "''"), 4)}],
  ],
${more}};`,
});

/** The same of a Starlight site. https://starlight.astro.build/reference/configuration/#head */
export const starlightConfig = (script: Script): Part => ({
  where: 'Once, in astro.config.mjs: one more entry in Starlight’s “head”',
  file: 'astro.config.mjs',
  language: 'js',
  code: `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  integrations: [
    starlight({
      title: 'Your docs',
      // …
      head: [
        {
          tag: 'script',
          attrs: ${indent(scriptObject(script, 'true'), 10)},
        },
      ],
    }),
  ],
});`,
});

/** What keeps Vue from looking for a component of that name. https://vuejs.org/guide/extras/web-components.html */
export const isCustomElement = "isCustomElement: (tag) => tag.startsWith('ff-')";

import { componentName } from '../../components/figures/registry.ts';
import { isCustomElement } from './config.ts';
import { tagWith } from './escape.ts';
import type { Part, Platform } from './types.ts';
import type { Words } from './words.ts';

const install = ({ release }: Words): Part => ({
  where:
    'Once, when it is in the registry; until then, the file that npm pack makes of the repository',
  language: 'sh',
  code: `npm install ${release}`,
});

const onTheServer =
  'The import does nothing on a server, so it may stand in a page that is rendered there.';

export const npmReact: Platform = {
  platform: 'npm-react',
  label: 'React',
  tier: 'npm',
  parts: (words) => [
    install(words),
    {
      where: 'Where the figure goes',
      file: 'Figure.jsx',
      language: 'jsx',
      code: `import 'feels-fast/define/${words.figure}';

export default function Figure() {
  return ${tagWith(words.tag, words.attributes)} />;
}`,
    },
  ],
  note: onTheServer,
};

export const npmVue: Platform = {
  platform: 'npm-vue',
  label: 'Vue',
  tier: 'npm',
  parts: (words) => [
    install(words),
    {
      where: 'Where the figure goes',
      file: 'Figure.vue',
      language: 'vue',
      code: `<script setup>
import 'feels-fast/define/${words.figure}';
</script>

<template>
  ${tagWith(words.tag, words.attributes)} />
</template>`,
    },
    {
      where: 'Once, in vite.config.js',
      file: 'vite.config.js',
      language: 'js',
      code: `import vue from '@vitejs/plugin-vue';

export default {
  // …
  plugins: [vue({ template: { compilerOptions: { ${isCustomElement} } } })],
};`,
    },
  ],
  note: onTheServer,
};

/** In a component the settings are props. The theme is that of the page around it. */
const svelteCode = ({ figure, attributes }: Words): string => {
  const settings = attributes.filter(([name]) => name !== 'theme');
  const theme = attributes.find(([name]) => name === 'theme')?.[1];
  const component = `${tagWith(componentName(figure), settings)} />`;
  return theme ? `<div style="color-scheme: ${theme}">\n  ${component}\n</div>` : component;
};

export const npmSvelte: Platform = {
  platform: 'npm-svelte',
  label: 'Svelte',
  tier: 'npm',
  parts: (words) => [
    install(words),
    {
      where: 'Where the figure goes',
      file: 'Figure.svelte',
      language: 'svelte',
      code: `<script>
  import { ${componentName(words.figure)} } from 'feels-fast/svelte';
</script>

${svelteCode(words)}`,
    },
  ],
  note: 'A Svelte component like any other: it is drawn on the server, and wakes in the browser.',
};

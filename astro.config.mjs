import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { defineConfig, fontProviders } from 'astro/config';
import { embeds } from './scripts/embeds/plugin.ts';
import { headersFile, linkCheck, searchIndex } from './scripts/integrations.ts';
import { siteOrigin } from './scripts/origin.ts';
import { codeColours } from './src/components/prose/codeColours.ts';
import { isListed } from './src/site/site.ts';

/** A self-hosted variable font from @fontsource-variable, Latin, weight axis only. */
function font(name, cssVariable, family, weight, fallbacks, styles = ['normal']) {
  const src = (style) =>
    `./node_modules/@fontsource-variable/${family}/files/${family}-latin-wght-${style}.woff2`;
  return {
    provider: fontProviders.local(),
    name,
    cssVariable,
    fallbacks,
    options: {
      variants: styles.map((style) => ({ weight, style, display: 'swap', src: [src(style)] })),
    },
  };
}

export default defineConfig({
  site: siteOrigin(),
  trailingSlash: 'always',
  integrations: [
    svelte(),
    mdx(),
    sitemap({ filter: (page) => isListed(new URL(page).pathname) }),
    headersFile(),
    searchIndex(),
    linkCheck(),
  ],
  fonts: [
    font(
      'Source Serif 4',
      '--font-serif',
      'source-serif-4',
      '200 900',
      ['Georgia', 'serif'],
      ['normal', 'italic'],
    ),
    font('Instrument Sans', '--font-sans', 'instrument-sans', '400 700', ['Arial', 'sans-serif']),
    font('Geist Mono', '--font-mono', 'geist-mono', '100 900', ['Courier New', 'monospace']),
  ],
  markdown: {
    shikiConfig: { theme: 'css-variables', transformers: [codeColours(false)] },
  },
  vite: { plugins: [embeds()] },
  devToolbar: { enabled: false },
});

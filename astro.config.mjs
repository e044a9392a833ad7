import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { defineConfig, fontProviders } from 'astro/config';
import { embeds } from './scripts/embeds/plugin.ts';
import { subset } from './scripts/fonts/subset.ts';
import { headersFile, linkCheck, searchIndex } from './scripts/integrations.ts';
import { siteOrigin } from './scripts/origin.ts';
import { codeColours } from './src/components/prose/codeColours.ts';
import { isListed } from './src/site/site.ts';

/** A self-hosted variable font from @fontsource-variable. `styles`: the weights that the site uses of each. */
async function font(name, cssVariable, family, fallbacks, styles) {
  const variants = Object.entries(styles).map(async ([style, wght]) => ({
    weight: typeof wght === 'number' ? wght : `${wght.min} ${wght.max}`,
    style,
    display: 'swap',
    src: [await subset(family, style, wght)],
  }));
  return {
    provider: fontProviders.local(),
    name,
    cssVariable,
    fallbacks,
    options: { variants: await Promise.all(variants) },
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
  fonts: await Promise.all([
    font('Source Serif 4', '--font-serif', 'source-serif-4', ['Georgia', 'serif'], {
      normal: { min: 400, max: 650 },
      italic: 400,
    }),
    font('Instrument Sans', '--font-sans', 'instrument-sans', ['Arial', 'sans-serif'], {
      normal: { min: 400, max: 700 },
    }),
    font('Geist Mono', '--font-mono', 'geist-mono', ['Courier New', 'monospace'], {
      normal: { min: 400, max: 650 },
    }),
  ]),
  markdown: {
    shikiConfig: { theme: 'css-variables', transformers: [codeColours(false)] },
  },
  vite: { plugins: [embeds()] },
  devToolbar: { enabled: false },
});

import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { defineConfig, fontProviders } from 'astro/config';
import { chunks, compiledAhead } from './scripts/chunks.ts';
import { embeds } from './scripts/embeds/plugin.ts';
import { subset } from './scripts/fonts/subset.ts';
import {
  contentPolicy,
  headersFile,
  licences,
  linkCheck,
  offline,
  oneSheetEach,
  searchIndex,
} from './scripts/integrations.ts';
import { bundled, notePackages } from './scripts/licences.ts';
import { firstText, plainImports } from './scripts/onDemand.ts';
import { siteOrigin } from './scripts/origin.ts';
import { codeColours } from './src/components/prose/codeColours.ts';
import { isListed } from './src/site/site.ts';

/**
 * A self-hosted variable font from @fontsource-variable. `styles`: the weights that the site uses of each. What is on
 * the first screen is preloaded (Base.astro): it is there when a page is first drawn, or on the next page; it never
 * moves a line that somebody reads. src/styles/fallbacks.css has the stand-ins.
 */
async function font(name, cssVariable, family, fallbacks, styles, onFirstScreen = []) {
  const variants = Object.entries(styles).map(async ([style, wght]) => ({
    weight: typeof wght === 'number' ? wght : `${wght.min} ${wght.max}`,
    style,
    display: onFirstScreen.includes(style) ? 'optional' : 'swap',
    src: [await subset(family, style, wght)],
  }));
  return {
    provider: fontProviders.local(),
    name,
    cssVariable,
    fallbacks,
    optimizedFallbacks: false,
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
    oneSheetEach(),
    contentPolicy(),
    searchIndex(),
    licences(),
    linkCheck(),
    offline(),
  ],
  fonts: await Promise.all([
    font(
      'Source Serif 4',
      '--font-serif',
      'source-serif-4',
      ['Stand-in Serif', 'Georgia', 'serif'],
      { normal: { min: 400, max: 650 }, italic: 400 },
      ['normal'],
    ),
    font(
      'Instrument Sans',
      '--font-sans',
      'instrument-sans',
      ['Stand-in Sans', 'Arial', 'sans-serif'],
      { normal: { min: 400, max: 700 } },
      ['normal'],
    ),
    font('Geist Mono', '--font-mono', 'geist-mono', ['Courier New', 'monospace'], {
      normal: { min: 400, max: 650 },
    }),
  ]),
  markdown: {
    shikiConfig: { theme: 'css-variables', transformers: [codeColours(false)] },
  },
  vite: {
    plugins: [embeds(), plainImports(), firstText(), notePackages(bundled)],
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: { codeSplitting: { groups: chunks }, postBanner: compiledAhead },
          },
        },
      },
    },
  },
  devToolbar: { enabled: false },
});

import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import svelte from '@astrojs/svelte';
import { defineConfig, fontProviders } from 'astro/config';
import { linkCheck, searchIndex } from './scripts/integrations.ts';
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

/** The site's links begin at the root, so it needs a host of its own. */
function host(given) {
  const { origin, pathname } = new URL(given);
  if (pathname !== '/')
    throw new Error(
      `SITE=${given}: the site cannot be served below ${pathname}. Give a host: SITE=${origin}`,
    );
  return origin;
}

export default defineConfig({
  site: host(process.env.SITE || 'https://feels-fast.example'),
  trailingSlash: 'always',
  integrations: [
    svelte(),
    mdx(),
    sitemap({ filter: (page) => isListed(new URL(page).pathname) }),
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
    shikiConfig: { theme: 'css-variables' },
  },
  devToolbar: { enabled: false },
});

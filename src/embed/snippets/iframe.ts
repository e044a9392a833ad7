import { iframeCode } from '../iframeCode.ts';
import { docusaurusConfig, starlightConfig, vitepressConfig } from './config.ts';
import { indent, scriptTag } from './script.ts';
import type { Part, Platform } from './types.ts';
import type { Words } from './words.ts';

const code = ({ frame, title, height }: Words) => iframeCode({ src: frame, title, height });

const here = (words: Words, language: Part['language'], page = ''): Part => ({
  where: `Where the figure goes${page}`,
  language,
  code: code(words),
});

const optional =
  'The script is optional. It keeps the frame as high as the figure, tells it your page’s theme where the browser does not, and makes what happens in the figure into events of the iframe. Without it the frame keeps the height given here, and scrolls where that is too little.';

export const iframe: Platform = {
  platform: 'iframe',
  label: 'Any HTML page',
  tier: 'iframe',
  parts: (words) => [
    here(words, 'html'),
    { where: 'Once on the page, anywhere', language: 'html', code: scriptTag(words.loader) },
  ],
  note: optional,
};

export const docusaurus: Platform = {
  platform: 'docusaurus',
  label: 'Docusaurus',
  tier: 'iframe',
  parts: (words) => [
    here(words, 'mdx', ', in a page (.md or .mdx)'),
    docusaurusConfig(words.loader),
  ],
  note: `${optional} In Nextra the frame is the same; there the script goes into app/layout.jsx.`,
};

export const vitepress: Platform = {
  platform: 'vitepress',
  label: 'VitePress',
  tier: 'iframe',
  parts: (words) => [here(words, 'vue', ', in a page (.md)'), vitepressConfig(words.loader)],
  note: `${optional} It cannot stand in the page itself: VitePress refuses a script there.`,
};

export const starlight: Platform = {
  platform: 'starlight',
  label: 'Starlight',
  tier: 'iframe',
  parts: (words) => [
    {
      ...here(words, 'html', ', in a page (.md or .mdx)'),
      code: `<div class="not-content">\n  ${code(words)}\n</div>`,
    },
    starlightConfig(words.loader),
  ],
  note: `${optional} Without the div around it, Starlight’s style sheet takes the frame’s height away. On an Astro site without Starlight put the script into your layout, with is:inline.`,
};

export const mkdocs: Platform = {
  platform: 'mkdocs',
  label: 'MkDocs, Sphinx, Hugo',
  tier: 'iframe',
  parts: (words) => [
    here(words, 'html', ', in a Markdown page (Sphinx: with MyST)'),
    {
      where: 'Once on the same page, below the figure',
      language: 'html',
      code: scriptTag(words.loader),
    },
    {
      where: 'Instead of both, in a reStructuredText page (Sphinx)',
      language: 'text',
      code: `.. raw:: html\n\n   ${indent(`${code(words)}\n${scriptTag(words.loader)}`, 3)}`,
    },
    {
      where: 'Once, in hugo.toml: Hugo leaves HTML out of Markdown pages otherwise',
      file: 'hugo.toml',
      language: 'text',
      code: '[markup.goldmark.renderer]\nunsafe = true',
    },
  ],
  note: optional,
};

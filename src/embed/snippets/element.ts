import { docusaurusConfig, isCustomElement, starlightConfig, vitepressConfig } from './config.ts';
import { attribute } from './attribute.ts';
import { tagWith, text } from './escape.ts';
import { scriptTag } from './script.ts';
import type { Part, Platform } from './types.ts';
import type { Words } from './words.ts';

/**
 * The element around what stands there without JavaScript. The opening tag has a line of its own: Markdown takes it
 * for a block only then, and otherwise puts a paragraph around it. A picture inside would need one more line in the
 * host's security policy, and would be fetched for nothing.
 */
const code = (words: Words) =>
  `${tagWith(words.tag, words.attributes)}>\n  <a href="${attribute(words.play)}">${text(words.title)}</a>\n</${words.tag}>`;

const here = (words: Words, language: Part['language'], page = ''): Part => ({
  where: `Where the figure goes${page}`,
  language,
  code: code(words),
});

/** Nothing on the page moves when the script comes: the element has its room before. */
const room = ({ tag, height }: Words): Part => ({
  where: 'In your style sheet, to keep its room until the script has come',
  language: 'css',
  code: `${tag}:not(:defined) {\n  display: block;\n  min-height: ${height}px;\n}`,
});

const inside =
  'The link inside is for readers without JavaScript; put there what you like. The figure takes the place of it.';

export const element: Platform = {
  platform: 'element',
  label: 'Any HTML page',
  tier: 'element',
  parts: (words) => [
    here(words, 'html'),
    {
      where: 'Once on the page, best in its head',
      language: 'html',
      code: scriptTag(words.element),
    },
    room(words),
  ],
  note: inside,
};

export const docusaurusElement: Platform = {
  platform: 'docusaurus-element',
  label: 'Docusaurus',
  tier: 'element',
  parts: (words) => [
    here(words, 'mdx', ', in a page (.md or .mdx)'),
    docusaurusConfig(words.element),
  ],
  note: inside,
};

export const vitepressElement: Platform = {
  platform: 'vitepress-element',
  label: 'VitePress',
  tier: 'element',
  parts: (words) => [
    here(words, 'vue', ', in a page (.md)'),
    vitepressConfig(
      words.element,
      `  vue: { template: { compilerOptions: { ${isCustomElement} } } },\n`,
    ),
  ],
  note: inside,
};

export const starlightElement: Platform = {
  platform: 'starlight-element',
  label: 'Starlight',
  tier: 'element',
  parts: (words) => [
    here(words, 'html', ', in a page (.md or .mdx)'),
    starlightConfig(words.element),
  ],
  note: `${inside} In an .astro page without Starlight it is the same; put the script into your layout, with is:inline.`,
};

// How the scripts of the site's own pages are put together. By itself the bundler makes a file of every set of modules that
// the same pages share: a figure was a dozen requests, and small files compress badly. Two are enough.

import type { Rolldown } from 'vite';

const folder = (path: string, ...others: string[]) =>
  `src/${path}/${others.length > 0 ? `(?!${others.join('|')})` : ''}`;

const matching = (...patterns: string[]) =>
  new RegExp(patterns.join('|').replaceAll('/', '[\\\\/]'));

/** What every figure needs, and most of it the configurator too. */
const figure = matching(
  'node_modules/(?!d3-)',
  folder('components/kit', 'Moving', 'Transport', 'Scrubber'),
  folder('components/figures/shared', 'directory', 'onSite', 'keepAddress', 'scene', 'Screen'),
  'src/sim/(fields|scenario|decide|units|texts/late)',
);

/** What figures that move need besides. */
const moving = matching(
  'node_modules/d3-',
  'src/(sim|playback)/',
  'src/components/kit/',
  folder('components/figures/shared', 'directory', 'onSite', 'keepAddress'),
);

/** What more than one page needs from the start. The first group that fits takes a module. */
export const chunks = [
  { name: 'figure', test: figure },
  { name: 'moving', test: moving },
].map((group) => ({ ...group, tags: ['$initial' as const], minShareCount: 2 }));

/** In characters, before they are minified. A shorter script has too little to compile. */
const LONG = 10_000;

/**
 * What a script begins with that V8 is to compile whole while it comes, on a thread of its own. Otherwise each function
 * is compiled on the main thread when it is first called, which was a third of a figure's waking. To other engines it
 * is a comment. What is fetched on demand does without. https://v8.dev/blog/explicit-compile-hints
 */
export function compiledAhead({ isDynamicEntry, modules }: Rolldown.RenderedChunk): string {
  const length = Object.values(modules).reduce((sum, { renderedLength: n }) => sum + n, 0);
  return isDynamicEntry || length < LONG ? '' : '//# allFunctionsCalledOnLoad';
}

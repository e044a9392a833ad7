// How a host dresses an element, as data: custom properties and parts. What is read in the styles is checked against it.

import type { Described } from './api.ts';

export interface CssProperty extends Described {
  /** As in `@property`. */
  syntax: '<color>' | '<length>' | '<font-family>';
}

const property = (
  name: string,
  description: string,
  syntax: CssProperty['syntax'] = '<color>',
): CssProperty => ({ name: `--ff-${name}`, syntax, description });

/** Inherited, so they may stand on the element or on anything around it. */
export const cssProperties: readonly CssProperty[] = [
  property('paper', 'The ground of fields to type in, and the words on buttons that are filled.'),
  property('raised', 'The ground of the figure.'),
  property('sunk', 'The ground of what lies lower: the controls, a reader’s screen, code.'),
  property('ink', 'Words, and what is marked.'),
  property('soft', 'Secondary words: captions, units, axes. Keep 4.5:1 against the ground.'),
  property('line', 'The line around the figure, and between its columns.'),
  property('hair', 'The finest lines: between its rows, and the grid of a chart.'),
  property('edge', 'The edges of controls, and arrows. Keep 3:1 against the ground.'),
  property('model', 'What happens at the model.'),
  property('server', 'What happens at your server.'),
  property('proxy', 'What happens at the proxy.'),
  property('browser', 'What happens on the network and in the browser.'),
  property('dom', 'What happens in the page, and the answer the chooser arrives at.'),
  property('naive', 'The loop that draws every token as it comes, and problems.'),
  property('font-serif', 'The serif typeface.', '<font-family>'),
  property('font-sans', 'The typeface of words and numbers.', '<font-family>'),
  property('font-mono', 'The typeface of code and of tokens.', '<font-family>'),
  property('font-size', 'The size that all others follow.', '<length>'),
  property('radius', 'How round the corners of the figure are.', '<length>'),
];

/** For `::part()`. */
export const parts: readonly Described[] = [
  { name: 'figure', description: 'All of it: its ground, its line, its corners.' },
  { name: 'title', description: 'Its title, and the name of the preset it shows.' },
  { name: 'actions', description: 'What can be taken away: files, code to embed, a link.' },
  { name: 'picker', description: 'The presets to choose from.' },
  { name: 'picture', description: 'The picture itself.' },
  { name: 'transport', description: 'The playback bar.' },
  { name: 'caption', description: 'What the settings show, in words.' },
  {
    name: 'controls',
    description: 'The knobs. There may be two such parts: the main ones, the others.',
  },
  { name: 'tables', description: 'The numbers as tables.' },
  { name: 'credit', description: 'Where the figure is from.' },
];

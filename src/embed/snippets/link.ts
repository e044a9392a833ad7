import { text } from './escape.ts';
import type { Platform } from './types.ts';

export const url: Platform = {
  platform: 'url',
  label: 'A link that unfolds',
  tier: 'url',
  parts: ({ frame }) => [
    {
      where: 'On a line of its own, where a link becomes an embed',
      language: 'text',
      code: frame,
    },
  ],
  note: 'An editor that takes any page for a frame shows exactly this. One that asks for oEmbed gets the preset; what comes after the “?” is lost on it.',
};

export const image: Platform = {
  platform: 'image',
  label: 'A picture that links',
  tier: 'image',
  parts: ({ title, shows, poster, play }) => [
    {
      where: 'Where the figure goes, in a README or another Markdown page',
      language: 'md',
      code: `[![${text(`${title}: ${shows}`)}](${poster.png})](${play})`,
    },
    { where: 'For slides: the picture, sharp at any size', language: 'text', code: poster.svg },
    { where: 'For slides that take no SVG', language: 'text', code: poster.png },
  ],
  note: 'The picture is that of the preset. The link has all your settings.',
};

import { platforms } from '../../embed/snippets.ts';
import type { About, Part, Snippet } from '../../embed/snippets/types.ts';

type Tier = About['tier'];

/** The ways to embed, what each is called, and what it is good for. */
const words: Readonly<Record<Tier, { name: string; gives: string }>> = {
  iframe: {
    name: 'Frame',
    gives:
      'A page of ours inside yours. Works wherever HTML does, also without JavaScript, and touches nothing of your page.',
  },
  element: {
    name: 'Custom element',
    gives:
      'Part of your page: takes your colours and fonts through CSS, has attributes, methods and events. Needs JavaScript.',
  },
  npm: {
    name: 'npm package',
    gives: 'Built into your own bundle. Nothing is fetched from us.',
  },
  url: {
    name: 'Link',
    gives: 'For editors that make an embed of a link: a CMS, a forum, a notebook.',
  },
  image: {
    name: 'Picture',
    gives: 'For a README, a slide, a mail: a picture that leads to the live figure.',
  },
};

export const tiers = (Object.keys(words) as Tier[]).map((tier) => ({
  tier,
  ...words[tier],
  platforms: platforms.filter((platform) => platform.tier === tier),
}));

export const tierOf = (platform: string) =>
  tiers.find(({ platforms }) => platforms.some((each) => each.platform === platform))!;

/** The part that is the figure; the others are there once, or instead. */
export const mainPart = ({ parts }: Snippet): Part =>
  parts.find(({ where }) => where.startsWith('Where the figure goes')) ?? parts[0]!;

import { documents } from '../components/prose/documents.ts';
import { figuresIn } from '../components/prose/figuresOn.ts';
import { figures } from '../components/figures/registry.ts';
import { site } from '../site/site.ts';
import { didYouMean } from '../text.ts';
import type { Card } from './card.ts';

const simulator = { of: 'latency-simulator', with: '' };

/** The pages that are not made from a collection. */
const single: readonly Card[] = [
  {
    path: '/',
    eyebrow: 'An explorable explanation of streaming',
    title: 'Same model, same speed. Why does one product feel slow?',
    description: site.description,
    figure: { of: 'token-flow', with: 'proxy=bucket&follow=13' },
  },
  {
    path: '/play/',
    eyebrow: 'Play',
    title: 'Put in your own numbers',
    description: 'Every figure on a page of its own, with all its settings.',
    figure: simulator,
  },
  {
    path: '/embed/',
    eyebrow: 'Embed',
    title: 'Put a figure into your page',
    description:
      'Pick a figure, set it up, paste it into your docs, course or talk. It takes the height it needs, follows your theme, and once loaded asks nobody for anything.',
    figure: { of: 'transport-chooser', with: 'waiting=yes&long=no&wordy=yes' },
  },
  {
    path: '/sources/',
    eyebrow: 'Check us',
    title: 'Sources',
    description:
      'Every source this site cites: the claims it supports, how closely we read it, and the pages that lean on it.',
  },
  {
    path: '/glossary/',
    eyebrow: 'Look it up',
    title: 'Glossary',
    description:
      'The words of the field, each with an example: what they mean, what is near them, and where this site uses them.',
  },
];

async function load(): Promise<Card[]> {
  return [
    ...single,
    ...(await documents()).map(({ entry: { data, body }, path }) => {
      const first = figuresIn(body ?? '')[0];
      const { eyebrow, title, description } = data;
      return { path, eyebrow, title, description, figure: first ?? simulator };
    }),
    ...figures.map(({ id, title, summary }) => ({
      path: `/play/${id}/`,
      eyebrow: 'A figure to play with',
      title,
      description: summary,
      figure: { of: id, with: '' },
    })),
  ];
}

let loaded: Promise<Card[]> | undefined;

/**
 * The preview images there are: one for every page that may be found and shared. A build lists them once; while somebody
 * writes, every request does.
 */
export function cards(): Promise<Card[]> {
  return import.meta.env.DEV ? load() : (loaded ??= load());
}

/** @throws Error that says where to write the card that is missing */
export async function cardOf(path: string): Promise<Card> {
  const all = await cards();
  const card = all.find((each) => each.path === path);
  if (card) return card;
  const guess = didYouMean(
    path,
    all.map((each) => each.path),
  );
  throw new Error(
    `${path}: no card for its preview image. Add one to src/og/cards.ts, or the page to those that are not listed in src/site/site.ts.${guess}`,
  );
}

/** Where a page's preview image is: "/og/play/latency-simulator.png", "/og/index.png". */
export function imagePath(path: string): string {
  return `/og${path === '/' ? '/index' : path.slice(0, -1)}.png`;
}

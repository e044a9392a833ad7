import { group, text } from '../components/figures/shared/svg.ts';
import { paletteOf } from '../site/palette.ts';
import { site } from '../site/site.ts';
import { gistOf, type Size } from './figures.ts';
import { fit } from './fit.ts';
import { families } from './fonts.ts';
import { measureIn } from './raster.ts';

/** What stands on a page's preview image. */
export interface Card {
  /** The page's address on the site, with both slashes. */
  path: string;
  eyebrow: string;
  title: string;
  description: string;
  /** The figure it shows, and its settings. Without one, the hops stand there as words. */
  figure?: { of: string; with: string };
}

/** Of every preview image, in px: what previews are cut to, 1.91 to 1. */
export const size: Size = { width: 1200, height: 630 };

const margin = 60;
const inner = size.width - 2 * margin;
const panel = { y: 232, height: size.height - 232 - 40 };
const colours = paletteOf([
  'paper',
  'raised',
  'ink',
  'soft',
  'line',
  'model',
  'server',
  'proxy',
  'browser',
  'dom',
]);

/** A page's preview image as an SVG document. It uses the fonts of `fonts.ts`. */
export async function draw(card: Card): Promise<string> {
  const lines = card.figure ? await smallHead(card) : await largeHead(card);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" font-family="${families.sans}">`,
    `<rect width="${size.width}" height="${size.height}" fill="${colours.paper}"/>`,
    text(margin, 68, card.eyebrow, { fill: colours.soft, size: 26, weight: 600 }),
    mark(),
    ...lines,
    card.figure ? figurePanel(card.figure) : hops(),
    '</svg>',
  ].join('\n');
}

const serif = measureIn(families.serif, 600);
const sans = measureIn(families.sans, 400);
type Lines = ReturnType<typeof fit>;

/** Over a figure: a title of two lines, or one and the description under it. */
async function smallHead({ title, description }: Card): Promise<string[]> {
  const lines = fit(title, await serif, inner, [60, 56, 52, 46], 2);
  if (lines.lines.length > 1) return titleAt(132, lines);
  const words = fit(description, await sans, inner, [26, 24], 2);
  return [...titleAt(130, lines), ...wordsAt(words.lines.length > 1 ? 170 : 186, words)];
}

async function largeHead({ title, description }: Card): Promise<string[]> {
  const lines = fit(title, await serif, inner, [112, 96, 80], 1);
  return [
    ...titleAt(214, lines),
    ...wordsAt(296, fit(description, await sans, inner, [34, 30], 3)),
  ];
}

function titleAt(y: number, { size, lines }: Lines): string[] {
  return [
    `<g font-family="${families.serif}">`,
    // A capital's own white edge grows with it.
    ...lines.map((line, i) =>
      text(margin - size * 0.04, y + i * size * 1.12, line, {
        fill: colours.ink,
        size,
        weight: 600,
      }),
    ),
    '</g>',
  ];
}

function wordsAt(y: number, { size, lines }: Lines): string[] {
  return lines.map((line, i) =>
    text(margin, y + i * size * 1.35, line, { fill: colours.soft, size }),
  );
}

/** The curve of the site's icon, and its name. */
function mark(): string {
  const right = size.width - margin;
  return [
    `<path transform="translate(${right - 180} 40) scale(1.05)" d="M4 26V18h6v-4h6v-5h6V5h6" fill="none" stroke="${colours.model}" stroke-width="4" stroke-linejoin="round" stroke-linecap="round"/>`,
    text(right, 68, site.name, { fill: colours.ink, size: 28, weight: 600, anchor: 'end' }),
  ].join('');
}

function figurePanel(figure: { of: string; with: string }): string {
  const sheet = (more: string) =>
    `<rect width="${inner}" height="${panel.height}" rx="16"${more}/>`;
  return group(`translate(${margin} ${panel.y})`, [
    `<clipPath id="panel">${sheet('')}</clipPath>`,
    `<g clip-path="url(#panel)">${sheet(` fill="${colours.raised}"`)}`,
    gistOf(figure.of, figure.with, { width: inner, height: panel.height }),
    `</g>${sheet(` fill="none" stroke="${colours.line}" stroke-width="2"`)}`,
  ]);
}

/** The way of a token, in the colours it has everywhere on the site. */
function hops(): string {
  const names = ['model', 'server', 'proxy', 'browser', 'dom'] as const;
  const [gap, y] = [14, 484];
  const width = (inner - 4 * gap) / 5;
  return names
    .map((name, i) =>
      group(`translate(${margin + i * (width + gap)} ${y})`, [
        `<rect width="${width}" height="86" rx="12" fill="${colours.raised}" stroke="${colours.line}" stroke-width="2"/>`,
        `<path d="M12 0H${width - 12}" stroke="${colours[name]}" stroke-width="8"/>`,
        text(width / 2, 54, name === 'dom' ? 'page' : name, {
          fill: colours[name],
          size: 28,
          weight: 600,
          anchor: 'middle',
        }),
      ]),
    )
    .join('');
}

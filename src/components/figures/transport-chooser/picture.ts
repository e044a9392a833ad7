import type { QuestionId, Transport } from '../../../sim/index.ts';
import { fromQuery } from '../shared/settings.ts';
import { escapeXml, group, text, wrap } from '../shared/svg.ts';
import { turns, type Arrow } from './arrow.ts';
import { finding, heed, moment } from './describe.ts';
import { curves, edgeKey, transports, wide, type Edge } from './layout.ts';
import { sceneOf, standing, type Scene } from './scene.ts';
import { questionIds, transportChooser, type ChooserValues } from './settings.ts';
import { answerWords, questionWords, transportWords } from './words.ts';

/** The colours a picture needs, by the names of the custom properties they come from. */
export const colourNames = ['raised', 'paper', 'sunk', 'ink', 'soft', 'edge', 'dom'] as const;
export type PictureColours = Readonly<Record<(typeof colourNames)[number], string>>;

const margin = 40;
const top = 84;

/** The figure for a query string. */
export function poster(query: string, colours: PictureColours): string {
  return picture(
    sceneOf(fromQuery<ChooserValues>(transportChooser.settings, query).values),
    colours,
  );
}

/** The chart with the path taken, as a picture that stands alone: an SVG document with its own title and description. */
export function picture(scene: Scene, c: PictureColours): string {
  const words = wrap([finding(scene), moment(scene), ...heed(scene)].join(' '), 140);
  const [width, foot] = [wide.width + 2 * margin, top + wide.height + 32];
  const height = foot + words.length * 20 + 4;
  const lit = new Set(scene.decision.path.map(({ question, answer }) => edgeKey(question, answer)));
  const { result, decision } = scene;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escapeXml(transportChooser.title)}</title><desc>${escapeXml(finding(scene))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${c.raised}"/>`,
    text(margin, 48, transportChooser.title, { fill: c.ink, size: 18, weight: 600 }),
    group(`translate(${margin} ${top})`, [
      ...wide.edges.map((edge) => line(edge, lit.has(edge.key), c)),
      ...(result && result !== decision.result
        ? [line(wide.arc(decision.result!, result), true, c, '5 5')]
        : []),
      ...questionIds.map((id, i) => question(id, i, scene, c)),
      ...transports.map((id) => answer(id, id === result, c)),
      ...wide.edges.map((edge) => port(edge, lit.has(edge.key), c)),
    ]),
    ...words.map((content, i) => text(margin, foot + i * 20, content, { fill: c.ink })),
    '</svg>',
  ].join('\n');
}

function line({ d, tip }: Arrow, lit: boolean, c: PictureColours, dashes = ''): string {
  const colour = lit ? c.dom : c.edge;
  const dash = dashes && ` stroke-dasharray="${dashes}"`;
  return (
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${lit ? 3 : 1.5}"${dash}/>` +
    `<path d="M-10 -5L0 0L-10 5Z" fill="${colour}" transform="translate(${tip.x} ${tip.y}) rotate(${turns[tip.towards]})"/>`
  );
}

function question(id: QuestionId, i: number, scene: Scene, c: PictureColours): string {
  const { x, y, width, height } = wide.boxes[id];
  const stands = standing(scene, id);
  const [edge, size] =
    stands === 'taken' ? [c.dom, 2] : stands === 'next' ? [c.ink, 2] : [c.edge, 1];
  const lines = wrap(questionWords[id].ask, 18);
  return group(`translate(${x} ${y})`, [
    `<rect width="${width}" height="${height}" rx="16" fill="${c.paper}" stroke="${edge}" stroke-width="${size}"/>`,
    text(16, 28, `Question ${i + 1}`, { fill: c.soft, size: 12 }),
    ...lines.map((content, n) =>
      text(16, 52 + n * 20, content, { fill: c.ink, size: 14, weight: 600 }),
    ),
  ]);
}

function answer(id: Transport, here: boolean, c: PictureColours): string {
  const { x, y, width, height } = wide.boxes[id];
  const { name, tagline } = transportWords[id];
  const middle = { anchor: 'middle' } as const;
  return group(`translate(${x} ${y})`, [
    `<rect width="${width}" height="${height}" rx="10" fill="${c.sunk}" stroke="${here ? c.dom : c.edge}" stroke-width="${here ? 3 : 1}"/>`,
    group(`translate(${width / 2 - 32} 13)`, [
      `<path d="${curves[id]}" fill="none" stroke="${here ? c.dom : c.soft}" stroke-width="2"/>`,
    ]),
    text(width / 2, 56, name.toUpperCase(), { fill: c.ink, size: 15, weight: 700, ...middle }),
    text(width / 2, 77, tagline, { fill: c.soft, ...middle }),
  ]);
}

function port({ port: [x, y], answer: given }: Edge, lit: boolean, c: PictureColours): string {
  return group(`translate(${x} ${y})`, [
    `<rect x="-22" y="-13" width="44" height="26" rx="13" fill="${lit ? c.dom : c.raised}" stroke="${lit ? c.dom : c.edge}"/>`,
    text(0, 5, answerWords[given], {
      fill: lit ? c.raised : c.ink,
      weight: 600,
      anchor: 'middle',
    }),
  ]);
}

import { fromQuery } from '../shared/settings.ts';
import { group, text, wrap } from '../shared/svg.ts';
import { turns } from './arrow.ts';
import { edgeKey, transports, wide, type Edge } from './layout.ts';
import type { PictureColours } from './picture.ts';
import { sceneOf } from './scene.ts';
import { questionIds, transportChooser, type ChooserValues } from './settings.ts';
import { answerWords, questionWords, transportWords } from './words.ts';

/** The chart with short words and large: what is left of the figure where a link is previewed. */
export function card(
  query: string,
  c: PictureColours,
  { width, height }: { width: number; height: number },
): string {
  const { values } = fromQuery<ChooserValues>(transportChooser.settings, query);
  const { result, decision } = sceneOf(values);
  const lit = new Set(decision.path.map(({ question, answer }) => edgeKey(question, answer)));
  const low = Math.max(...transports.map((id) => wide.boxes[id].y + wide.boxes[id].height));
  return group(`translate(${(width - wide.width) / 2} ${(height - low) / 2})`, [
    ...wide.edges.map((edge) => line(edge, lit.has(edge.key), c)),
    ...questionIds.map((id) => {
      const box = wide.boxes[id];
      return [
        sheet(box, c.paper, c.edge),
        ...wrap(questionWords[id].short, 13).map((words, i) =>
          text(box.x + 18, box.y + 42 + i * 31, words, { fill: c.ink, size: 25, weight: 600 }),
        ),
      ].join('');
    }),
    ...transports.map((id) => {
      const box = wide.boxes[id];
      const [fill, ink] = id === result ? [c.dom, c.raised] : [c.sunk, c.ink];
      return (
        sheet(box, fill, c.edge) +
        text(box.x + box.width / 2, box.y + box.height / 2 + 10, transportWords[id].name, {
          fill: ink,
          size: 30,
          weight: 600,
          anchor: 'middle',
        })
      );
    }),
    ...wide.edges.map(({ port: [x, y], answer, key }) => {
      const [fill, ink] = lit.has(key) ? [c.dom, c.raised] : [c.raised, c.ink];
      return (
        sheet({ x: x - 32, y: y - 20, width: 64, height: 40 }, fill, c.edge, 20) +
        text(x, y + 8, answerWords[answer], { fill: ink, size: 23, weight: 600, anchor: 'middle' })
      );
    }),
  ]);
}

function line({ d, tip }: Edge, lit: boolean, c: PictureColours): string {
  const colour = lit ? c.dom : c.edge;
  return (
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${lit ? 5 : 3}"/>` +
    `<path d="M-13 -8L0 0L-13 8Z" fill="${colour}" transform="translate(${tip.x} ${tip.y}) rotate(${turns[tip.towards]})"/>`
  );
}

function sheet(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  fill: string,
  edge: string,
  round = 12,
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}" stroke="${edge}" stroke-width="2"/>`;
}

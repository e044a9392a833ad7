import type { Hop, Ms } from '../../../sim/index.ts';
import { fromQuery } from '../shared/settings.ts';
import { escapeXml, group, text, wrap } from '../shared/svg.ts';
import { duration, seconds } from '../shared/words.ts';
import { finding, moment, theToken } from './describe.ts';
import { feet } from './feet.ts';
import { barOf } from './bar.ts';
import {
  lately,
  momentAt,
  onChip,
  shareOf,
  travellersOf,
  type Moment,
  type Traveller,
} from './layout.ts';
import { sceneOf, stepNames, type Scene } from './scene.ts';
import { tokenFlow, type FlowValues } from './settings.ts';
import { policies, stations, type Place } from './stations.ts';
import { brickPath, type Vessel } from './vessel.ts';

/** The colours a picture needs, by the names of the custom properties they come from. */
export const colourNames = [
  'raised',
  'sunk',
  'ink',
  'soft',
  'line',
  'edge',
  'model',
  'server',
  'proxy',
  'browser',
  'dom',
] as const;
export type PictureColours = Readonly<Record<(typeof colourNames)[number], string>>;

const width = 1120;
const box = { width: 144, height: 176, top: 76 } as const;
const pitch = (width - 2 * 40 - box.width) / 4;
const left = (i: number) => 40 + i * pitch;
const links = [['decode'], ['SSE frame'], ['chunked HTTP', 'network'], ['parse event']];

/** The figure for a query string at its poster time, or at the `t` it names. */
export function poster(query: string, colours: PictureColours): string {
  const { values } = fromQuery<FlowValues>(tokenFlow.settings, query);
  const scene = sceneOf(values);
  return picture(scene, values.t ?? scene.poster, colours);
}

/** The figure at time `t` as a picture that stands alone: an SVG document with its own title and description. */
export function picture(scene: Scene, t: Ms, c: PictureColours): string {
  const now = momentAt(scene, t);
  const words = wrap(`${finding(scene)} ${moment(scene, t)}`, 150);
  const bottom = box.top + box.height + 120;
  const height = bottom + 30 + words.length * 20;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>${escapeXml(tokenFlow.title)}, at ${seconds(t)}</title><desc>${escapeXml(finding(scene))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${c.raised}"/>`,
    text(40, 44, tokenFlow.title, { fill: c.ink, size: 18, weight: 600 }),
    ...stations.map((place, i) => station(place, i, scene, now, c)),
    ...travellersOf(scene, now).map((travellers, i) => link(i, travellers, scene, t, c)),
    way(scene, t, c),
    ...words.map((line, i) => text(40, bottom + 20 + i * 20, line, { fill: c.ink })),
    '</svg>',
  ].join('\n');
}

function station(
  { hop, name, does }: Place,
  i: number,
  scene: Scene,
  now: Moment,
  c: PictureColours,
): string {
  const here = now.at !== null && now.at !== 'network' && stepNames[now.at].hop === hop;
  return group(`translate(${left(i)} ${box.top})`, [
    `<rect width="${box.width}" height="${box.height}" rx="7" fill="${c.raised}" stroke="${here ? c.ink : c.line}" stroke-width="${here ? 2 : 1}"/>`,
    `<path d="M4 0H${box.width - 4}" stroke="${c[hop]}" stroke-width="3"/>`,
    text(12, 24, name, { fill: c.ink, size: 14, weight: 600 }),
    text(12, 41, hop === 'proxy' ? policies[scene.trace.scenario.proxy]! : does, {
      fill: c.soft,
      size: 12,
    }),
    ...inside(hop, scene, now, c),
    text(12, box.height - 12, feet(scene, now)[hop], { fill: c[hop], size: 12, weight: 600 }),
  ]);
}

function inside(hop: Hop, scene: Scene, now: Moment, c: PictureColours): string[] {
  const texts = scene.pieces;
  const { frame, framed, received, parsed } = now;
  const size = scene.trace.scenario.group;
  const event = (k: number) => texts.slice(k * size, (k + 1) * size).join('');
  if (hop === 'model')
    return lately(frame.model, 4).map((i, row) =>
      chip(12, 56 + row * 24, texts[i]!, i === scene.followed, false, c),
    );
  if (hop === 'server' && framed > 0)
    return [chip(14, 100, event(framed - 1), scene.event === framed - 1, true, c)];
  if (hop === 'browser')
    return lately(received, Math.min(3, received - parsed)).map((k, row) =>
      chip(14, 58 + row * 30, event(k), scene.event === k, true, c),
    );
  if (hop === 'proxy') return vessel(now, c);
  const shown = scene.text.slice(0, scene.cuts[frame.dom]);
  const lines = hop === 'dom' ? wrap(shown, 20).slice(-5) : [];
  return lines.map((line, row) => text(12, 66 + row * 18, line, { fill: c.ink, size: 12 }));
}

function vessel({ vessel: it }: Moment, c: PictureColours): string[] {
  if (!it) return [];
  const place = `translate(15 56) scale(${(box.width - 30) / 100} ${90 / it.rows})`;
  return [
    `<path d="M12 54V148H${box.width - 12}V54" fill="none" stroke="${c.proxy}" stroke-width="2"/>`,
    bricks(it, place, c),
  ];
}

/** What the proxy holds, the followed token's event in ink. */
export function bricks({ bricks: all, rows }: Vessel, place: string, c: PictureColours): string {
  const mine = all.filter(({ followed }) => followed);
  return group(place, [
    `<path d="${brickPath(all, rows)}" fill="${c.proxy}"/>`,
    `<path d="${brickPath(mine, rows)}" fill="${c.ink}"/>`,
  ]);
}

/** A token on its chip, 20 high; in its event it wears a dashed frame around that. */
function chip(
  x: number,
  y: number,
  token: string,
  followed: boolean,
  framed: boolean,
  c: PictureColours,
): string {
  const words = [...onChip(token)].slice(0, 14).join('');
  const wide = 12 + words.length * 7.2;
  return [
    framed
      ? `<rect x="${x - 4}" y="${y - 4}" width="${wide + 8}" height="28" rx="6" fill="none" stroke="${c.server}" stroke-dasharray="3 2"/>`
      : '',
    `<rect x="${x}" y="${y}" width="${wide}" height="20" rx="4" fill="${followed ? c.ink : c.raised}" stroke="${followed ? c.ink : c.model}"/>`,
    `<g font-family="ui-monospace, monospace">${text(x + 6, y + 14, words, { fill: followed ? c.raised : c.ink, size: 12 })}</g>`,
  ].join('');
}

function link(
  i: number,
  travellers: readonly Traveller[],
  scene: Scene,
  t: Ms,
  c: PictureColours,
): string {
  const labels = links[i]!;
  const [from, to] = [left(i) + box.width, left(i + 1)];
  const y = box.top + box.height / 2;
  return [
    `<path d="M${from} ${y}H${to - 7}" stroke="${c.edge}" stroke-width="1.5"/><path d="M${to} ${y}l-8 -4v8z" fill="${c.edge}"/>`,
    ...labels.map((label, k) =>
      text((from + to) / 2, y - 22 - (labels.length - 1 - k) * 14, label, {
        fill: c.soft,
        size: 11,
        anchor: 'middle',
      }),
    ),
    ...travellers.map((traveller) => {
      const { token, followed } = traveller;
      const piece = scene.pieces[token]!;
      const wide = 12 + Math.min(14, onChip(piece).length) * 7.2;
      const x = from + 4 + shareOf(traveller, t) * Math.max(0, to - from - wide - 8);
      return chip(x, y - 10, piece, followed, i === 1 || i === 2, c);
    }),
  ].join('');
}

function way(scene: Scene, t: Ms, c: PictureColours): string {
  const bar = barOf(scene);
  const y = box.top + box.height + 36;
  const at = (share: number) => 290 + share * (width - 330);
  return [
    text(40, y + 13, `Following ${theToken(scene)}`, { fill: c.ink, weight: 600 }),
    ...bar.segments.map(
      ({ id, from, to }) =>
        `<rect x="${at(from).toFixed(1)}" y="${y}" width="${Math.max(2, at(to) - at(from)).toFixed(1)}" height="18" fill="${c[stepNames[id].hop]}" fill-opacity="0.85"/>`,
    ),
    ...bar.ticks.map((tick) =>
      text(at(tick.at), y + 38, tick.label, { fill: c.soft, size: 12, anchor: 'middle' }),
    ),
    `<path d="M${at(bar.share(t)).toFixed(1)} ${y - 5}V${y + 23}" stroke="${c.ink}" stroke-width="1.5"/>`,
    text(
      40,
      y + 64,
      scene.way.map(({ name, from, to }) => `${name} ${duration(to - from)}`).join('  ·  '),
      { fill: c.soft },
    ),
  ].join('');
}

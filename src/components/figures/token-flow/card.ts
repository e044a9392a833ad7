import type { Hop } from '../../../sim/index.ts';
import { fromQuery } from '../shared/settings.ts';
import { group, text, wrap } from '../shared/svg.ts';
import { feet } from './feet.ts';
import { lastToken, lately, momentAt, onChip, type Moment } from './layout.ts';
import { bricks, type PictureColours } from './picture.ts';
import { sceneOf, type Scene } from './scene.ts';
import { tokenFlow, type FlowValues } from './settings.ts';
import { stations } from './stations.ts';

const station = { width: 178, height: 302, pad: 14 } as const;
/** The five stations and what each holds: what is left of the figure where a link is previewed. */
export function card(
  query: string,
  c: PictureColours,
  { width, height }: { width: number; height: number },
): string {
  const { values } = fromQuery<FlowValues>(tokenFlow.settings, query);
  const scene = sceneOf(values);
  const now = momentAt(scene, values.t ?? scene.poster);
  const done = feet(scene, now);
  const margin = 26;
  const pitch = (width - 2 * margin - station.width) / (stations.length - 1);
  const middle = station.height / 2;
  return group(`translate(${margin} ${(height - station.height) / 2})`, [
    ...stations.slice(1).map((_, i) => {
      const [from, to] = [i * pitch + station.width, (i + 1) * pitch];
      return `<path d="M${from} ${middle}H${to - 9}" stroke="${c.edge}" stroke-width="3"/><path d="M${to - 2} ${middle}l-13 -7v14z" fill="${c.edge}"/>`;
    }),
    ...stations.map(({ hop, short }, i) =>
      group(`translate(${i * pitch} 0)`, [
        `<rect width="${station.width}" height="${station.height}" rx="10" fill="${c.raised}" stroke="${c.line}" stroke-width="2"/>`,
        `<path d="M10 0H${station.width - 10}" stroke="${c[hop]}" stroke-width="8"/>`,
        text(station.pad, 44, short, { fill: c.ink, size: 27, weight: 600 }),
        ...inside(hop, scene, now, c),
        ...wrap(done[hop], 13)
          .reverse()
          .map((line, row) =>
            text(station.pad, station.height - 16 - row * 27, line.replace(/ ·$/, ''), {
              fill: c[hop],
              size: 23,
              weight: 600,
            }),
          ),
      ]),
    ),
  ]);
}

function inside(hop: Hop, scene: Scene, now: Moment, c: PictureColours): string[] {
  const { frame, framed, received, parsed } = now;
  const token = (i: number) => scene.pieces[i]!;
  const chips = (events: readonly number[]) =>
    events.map((k, row) => {
      return chip(72 + row * 56, token(lastToken(scene, k)), k === scene.event, true, c);
    });
  if (hop === 'model')
    return lately(frame.model, 3).map((i, row) =>
      chip(66 + row * 48, token(i), i === scene.followed, false, c),
    );
  if (hop === 'server') return chips(lately(framed, 1));
  if (hop === 'browser') return chips(lately(received, Math.min(2, received - parsed)));
  if (hop === 'proxy') return vessel(now, c);
  return wrap(scene.text.slice(0, scene.cuts[frame.dom]), 13)
    .slice(-5)
    .map((line, row) => text(station.pad, 90 + row * 29, line, { fill: c.ink, size: 23 }));
}

function vessel({ vessel: it }: Moment, c: PictureColours): string[] {
  if (!it) return [];
  const right = station.width - station.pad;
  const place = `translate(${station.pad + 5} 66) scale(${(right - station.pad - 10) / 100} ${152 / it.rows})`;
  return [
    `<path d="M${station.pad} 62V222H${right}V62" fill="none" stroke="${c.proxy}" stroke-width="4"/>`,
    bricks(it, place, c),
  ];
}

function chip(
  y: number,
  token: string,
  followed: boolean,
  framed: boolean,
  c: PictureColours,
): string {
  const words = [...onChip(token)].slice(0, 9).join('');
  const wide = 20 + words.length * 13.3;
  const x = station.pad + 4;
  const frame = `<rect x="${x - 6}" y="${y - 6}" width="${wide + 12}" height="50" rx="9" fill="none" stroke="${c.server}" stroke-width="2" stroke-dasharray="6 4"/>`;
  return [
    framed ? frame : '',
    `<rect x="${x}" y="${y}" width="${wide}" height="38" rx="6" fill="${followed ? c.ink : c.raised}" stroke="${followed ? c.ink : c.model}" stroke-width="2"/>`,
    `<g font-family="ui-monospace, monospace">${text(x + 10, y + 27, words, { fill: followed ? c.raised : c.ink, size: 22 })}</g>`,
  ].join('');
}

import { frameAt, type Ms } from '../../../sim/index.ts';
import { fromQuery } from '../shared/settings.ts';
import { escapeXml, group, text, wrap } from '../shared/svg.ts';
import { duration, score, seconds } from '../shared/words.ts';
import { finding, moment, waiting } from './describe.ts';
import {
  box,
  chartOf,
  curve,
  readingLine,
  sceneOf,
  shownAt,
  type Panel,
  type Scene,
} from './layout.ts';
import { lane } from './lanes.ts';
import { latencySimulator, type SimulatorValues } from './settings.ts';

/** The colours a picture needs, by the names of the custom properties they come from. */
export const colourNames = [
  'raised',
  'sunk',
  'ink',
  'soft',
  'line',
  'hair',
  'sync',
  'token',
  'third',
] as const;
/** The panels' colours by their names in the palette, for who has only that. LatencySimulator.svelte says it in CSS. */
export const hues = { sync: 'soft', token: 'naive', third: 'dom' } as const;
export type PictureColours = Readonly<Record<(typeof colourNames)[number], string>>;

const width = 1120;
const left = 90;
const columns = [40, 400, 760];

/** The figure for a query string at its poster time, or at the `t` it names. */
export function poster(query: string, colours: PictureColours): string {
  const { values } = fromQuery<SimulatorValues>(latencySimulator.settings, query);
  const scene = sceneOf(values);
  return picture(scene, values.t ?? scene.poster, colours);
}

/** The figure at time `t` as a picture that stands alone: an SVG document with its own title and description. */
export function picture(scene: Scene, t: Ms, c: PictureColours): string {
  const chart = chartOf(scene);
  const words = wrap(`${finding(scene)} ${moment(scene, t)}`, 150);
  const foot = 560 + 3 * 20;
  const height = foot + 38 + words.length * 20;
  const plotScale = `translate(${left} 300) scale(${(width - left - 40) / box.width} 1)`;
  const x = (ms: Ms) => left + (chart.x(ms) * (width - left - 40)) / box.width;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    `<title>Latency simulator at ${seconds(t)}</title><desc>${escapeXml(finding(scene))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${c.raised}"/>`,
    text(40, 44, 'Latency simulator', { fill: c.ink, size: 18, weight: 600 }),
    ...scene.panels.map((panel, i) => column(panel, columns[i]!, scene, t, c)),
    group(plotScale, [
      ...chart.ticks.map((tick) => stroke(`M${tick.at} 0V${box.height}`, c.hair)),
      ...chart.levels.map((level) => stroke(`M0 ${level.at}H${box.width}`, c.hair)),
      stroke(readingLine(scene, chart), c.ink, 1.25, '2 4'),
      ...scene.panels.map((p) =>
        stroke(curve(p, chart, scene.duration), c[p.id], 2.25, p.id === 'sync' ? '6 4' : ''),
      ),
    ]),
    ...chart.levels.map((level) =>
      text(left - 8, 304 + level.at, level.label, { fill: c.soft, anchor: 'end' }),
    ),
    ...chart.ticks.map((tick) =>
      text(x(0) + (tick.at * (width - left - 40)) / box.width, foot - 20, tick.label, {
        fill: c.soft,
        anchor: 'middle',
      }),
    ),
    ...scene.panels.flatMap((panel, i) =>
      lane(panel).map((s) => {
        const y = 512 + i * 16;
        const fill = s.kind === 'drawing' ? c[panel.id] : s.kind === 'waiting' ? c.line : c.raised;
        const dashes = s.kind === 'busy' ? ' stroke-dasharray="3 2"' : '';
        const edge =
          s.kind === 'frozen' || s.kind === 'busy' ? ` stroke="${c[panel.id]}"${dashes}` : '';
        const tall = s.kind === 'waiting' ? 2 : 10;
        return `<rect x="${x(s.from).toFixed(1)}" y="${y + (10 - tall) / 2}" width="${Math.max(1, x(s.to) - x(s.from)).toFixed(1)}" height="${tall}" fill="${fill}"${edge}/>`;
      }),
    ),
    ...scene.panels.map((panel, i) =>
      text(left - 8, 521 + i * 16, panel.short, { fill: c[panel.id], anchor: 'end', size: 11 }),
    ),
    text(
      left,
      foot - 2,
      'Lanes: thin, nothing shown yet · solid, text appearing · outlined, frozen · dashed outline, long task. Dots: reading at 5 tokens/s.',
      { fill: c.soft, size: 11 },
    ),
    stroke(`M${x(t).toFixed(1)} 294V562`, c.ink, 1.5),
    ...words.map((line, i) => text(40, foot + 28 + i * 20, line, { fill: c.ink })),
    '</svg>',
  ].join('\n');
}

function column(panel: Panel, x: number, scene: Scene, t: Ms, c: PictureColours): string {
  const frame = frameAt(panel.trace, t);
  const lines =
    frame.dom > 0
      ? wrap(shownAt(panel, frame.dom, scene.text), 44).slice(-5)
      : [waiting(frame.busy, frame.t)];
  const { firstPaint, total, feelsFast } = panel.metrics;
  return group(`translate(${x} 0)`, [
    stroke('M0 75H16', c[panel.id], 3, panel.id === 'sync' ? '5 3' : ''),
    text(24, 80, panel.name, { fill: c.ink, weight: 600 }),
    `<rect y="94" width="320" height="118" rx="8" fill="${c.sunk}"/>`,
    ...lines.map((line, i) =>
      text(14, 118 + i * 20, line, { fill: frame.dom > 0 ? c.ink : c.soft }),
    ),
    text(0, 236, `first paint ${duration(firstPaint)} · total ${duration(total)}`, {
      fill: c.soft,
    }),
    text(0, 262, `feels fast ${score(feelsFast)}`, { fill: c.ink, size: 18, weight: 600 }),
  ]);
}

function stroke(d: string, colour: string, size = 1, dashes = ''): string {
  const dash = dashes && ` stroke-dasharray="${dashes}"`;
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${size}" vector-effect="non-scaling-stroke"${dash}/>`;
}

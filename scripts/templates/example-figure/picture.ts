import { fromQuery } from '../../../src/components/figures/shared/settings.ts';
import { escapeXml, group, text, wrap } from '../../../src/components/figures/shared/svg.ts';
import type { Ms } from '../../../src/sim/index.ts';
import { finding, moment } from './describe.ts';
import { across, box, curve, sceneOf, type Scene } from './layout.ts';
import { exampleFigure, type ExampleFigureValues } from './settings.ts';

/** The colours a picture needs, by the names of the custom properties they come from. */
export const colourNames = ['raised', 'ink', 'line', 'dom'] as const;
type Colours = Readonly<Record<(typeof colourNames)[number], string>>;

const width = 1120;

/** The figure for a query string at its poster time, or at the `t` it names. */
export function poster(query: string, colours: Colours): string {
  const { values } = fromQuery<ExampleFigureValues>(exampleFigure.settings, query);
  const scene = sceneOf(values);
  return picture(scene, values.t ?? scene.poster, colours);
}

/** The figure at `t` as a picture that stands alone: an SVG document with its own title and description. */
export function picture(scene: Scene, t: Ms, c: Colours): string {
  const words = wrap(`${finding(scene)} ${moment(scene, t)}`, 120);
  const height = 340 + words.length * 22;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="system-ui, sans-serif" font-size="15">`,
    `<title>${exampleFigure.title}</title><desc>${escapeXml(finding(scene))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${c.raised}"/>`,
    text(60, 48, exampleFigure.title, { fill: c.ink, size: 20, weight: 600 }),
    group('translate(60 80)', [
      `<path d="M0 ${box.height}H${box.width}" stroke="${c.line}"/>`,
      `<path d="${curve(scene, scene.duration)}" fill="none" stroke="${c.dom}" stroke-width="2.5"/>`,
      `<path d="M${across(scene, t)} 0V${box.height}" stroke="${c.ink}" stroke-width="1.5"/>`,
    ]),
    ...words.map((line, i) => text(60, 330 + i * 22, line, { fill: c.ink })),
    '</svg>',
  ].join('\n');
}

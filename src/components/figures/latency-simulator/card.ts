import { fromQuery } from '../shared/settings.ts';
import { group, text } from '../shared/svg.ts';
import { duration } from '../shared/words.ts';
import { box, chartOf, curve, sceneOf, type Panel } from './layout.ts';
import type { PictureColours } from './picture.ts';
import { latencySimulator, type SimulatorValues } from './settings.ts';

/** The curves, and when each panel shows its first words: what is left of the figure where a link is previewed. */
export function card(
  query: string,
  c: PictureColours,
  { width, height }: { width: number; height: number },
): string {
  const scene = sceneOf(fromQuery<SimulatorValues>(latencySimulator.settings, query).values);
  const chart = chartOf(scene);
  const [sync, token, third] = scene.panels;
  const left = (width - box.width) / 2;
  const line = (panel: Panel, size: number, more = '') =>
    `<path d="${curve(panel, chart, scene.duration)}" fill="none" stroke="${c[panel.id]}" stroke-width="${size}" stroke-linejoin="round"${more}/>`;
  return [
    ...scene.panels.map((panel, i) => heading(panel, left + (i * box.width) / 3, c)),
    group(`translate(${left} ${height - 52 - box.height})`, [
      ...chart.ticks.map(({ at }) => `<path d="M${at} 0V${box.height}" stroke="${c.hair}"/>`),
      `<path d="M0 ${box.height}H${box.width}" stroke="${c.line}" stroke-width="2"/>`,
      line(sync, 5, ' stroke-dasharray="14 9"'),
      line(third, 11, ' stroke-opacity="0.55"'),
      line(token, 4),
    ]),
    ...chart.ticks
      .filter(({ minor, at }) => !minor && at < box.width - 30)
      .map(({ at, label }) =>
        text(left + at, height - 18, label, { fill: c.soft, size: 24, anchor: 'middle' }),
      ),
  ].join('');
}

function heading({ id, name, metrics }: Panel, x: number, c: PictureColours): string {
  const dash = id === 'sync' ? ' stroke-dasharray="10 6"' : '';
  return group(`translate(${x} 0)`, [
    `<path d="M0 41H26" stroke="${c[id]}" stroke-width="6"${dash}/>`,
    text(36, 50, name, { fill: c.ink, size: 27, weight: 600 }),
    text(36, 84, `first words ${duration(metrics.firstPaint)}`, { fill: c.soft, size: 25 }),
  ]);
}

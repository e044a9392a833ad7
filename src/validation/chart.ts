import type { Ms } from '../sim/index.ts';
import type { Step } from './curve.ts';

/** The drawing area, in units of the view box. */
export const box = { width: 160, height: 60 } as const;

type Point = readonly [x: number, y: number];

/** A curve as the path of its steps, in half units, without the corners that nobody could see. */
export function stepPath(curve: readonly Step[], span: Ms, tokens: number): string {
  const x = (at: Ms) => (box.width * at) / span;
  const y = (count: number) => box.height * (1 - count / tokens);
  const corners: Point[] = [[0, box.height]];
  let before = 0;
  for (const step of curve) {
    corners.push([x(step.at), y(before)], [x(step.at), y(step.tokens)]);
    before = step.tokens;
  }
  corners.push([box.width, y(before)]);
  return asPath(simplified(corners, 0.75));
}

/** The fewest of these points from whose line no other is further away (Douglas and Peucker). */
function simplified(points: readonly Point[], tolerance: number): readonly Point[] {
  const [from, to] = [points[0]!, points.at(-1)!];
  let [far, most] = [0, tolerance];
  for (let i = 1; i < points.length - 1; i++) {
    const off = distance(points[i]!, from, to);
    if (off > most) [far, most] = [i, off];
  }
  if (far === 0) return [from, to];
  return [
    ...simplified(points.slice(0, far + 1), tolerance).slice(0, -1),
    ...simplified(points.slice(far), tolerance),
  ];
}

function distance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (length === 0) return Math.hypot(x - x1, y - y1);
  return Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length;
}

function asPath(points: readonly Point[]): string {
  let [x, y] = [0, 0];
  return points
    .map(([px, py], i) => {
      const [nx, ny] = [Math.round(px * 2) / 2, Math.round(py * 2) / 2];
      const [dx, dy] = [nx - x, ny - y];
      [x, y] = [nx, ny];
      if (i === 0) return `M${String(nx)} ${String(ny)}`;
      if (dy === 0) return `h${String(dx)}`;
      return dx === 0 ? `v${String(dy)}` : `l${String(dx)} ${String(dy)}`;
    })
    .join('');
}

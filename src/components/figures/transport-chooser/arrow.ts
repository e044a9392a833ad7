export type Point = readonly [x: number, y: number];

/** A line with an arrow's tip at its end. */
export interface Arrow {
  /** An SVG path. */
  d: string;
  length: number;
  tip: { x: number; y: number; towards: 'right' | 'down' | 'left' | 'up' };
}

/** How far to turn a tip that points right, in degrees. */
export const turns = { right: 0, down: 90, left: 180, up: 270 } as const;

const tipSize = 5;
const corner = 14;

/** A path through points that lie straight above or beside each other, its corners rounded. Ends at a tip. */
export function arrow(points: readonly Point[]): Arrow {
  const corners = points.slice(1, -1);
  const [x, y] = points.at(-1)!;
  const [px, py] = points.at(-2)!;
  const [dx, dy] = [Math.sign(x - px), Math.sign(y - py)];
  const round = corners.map((turn, i) => {
    const before = towards(turn, points[i]!);
    const after = towards(turn, points[i + 2]!);
    return `L${before.join(' ')}Q${turn.join(' ')} ${after.join(' ')}`;
  });
  const length = points.slice(1).reduce((sum, [nx, ny], i) => {
    const [lx, ly] = points[i]!;
    return sum + Math.abs(nx - lx) + Math.abs(ny - ly);
  }, 0);
  return {
    d: `M${points[0]!.join(' ')}${round.join('')}L${x - dx * tipSize} ${y - dy * tipSize}`,
    length,
    tip: { x, y, towards: dx > 0 ? 'right' : dx < 0 ? 'left' : dy > 0 ? 'down' : 'up' },
  };
}

/** The point a corner's radius away from a turn, on the way to another point. */
function towards([x, y]: Point, [tx, ty]: Point): Point {
  const far = Math.abs(tx - x) + Math.abs(ty - y);
  const step = Math.min(corner, far / 2) / far;
  return [x + (tx - x) * step, y + (ty - y) * step];
}

import { countUntil, type Frame } from '../../../sim/index.ts';
import type { Scene } from './scene.ts';

/** What a proxy holds, as bricks that fill a vessel row by row, byte by byte: it is full when its bytes are. */
export interface Vessel {
  level: number;
  size: number;
  rows: number;
  /** Each event's runs: `[from, to, row]`, in hundredths of the width, row 0 at the bottom. */
  bricks: Brick[];
}
export interface Brick {
  runs: (readonly [from: number, to: number, row: number])[];
  followed: boolean;
}

const ROWS = 7;

/** What a scene's vessel held when it was last asked for. */
const latest = new WeakMap<Scene, { held: string; vessel: Vessel }>();

/** `null` where the proxy passes everything on. The same object as before while it holds the same: nothing to redraw. */
export function vesselOf(scene: Scene, frame: Frame): Vessel | null {
  if (scene.trace.scenario.proxy === 'pass') return null;
  const held = `${frame.server} ${frame.proxy}`;
  const before = latest.get(scene);
  if (before?.held === held) return before.vessel;
  const vessel = filled(scene, frame);
  latest.set(scene, { held, vessel });
  return vessel;
}

function filled(scene: Scene, { t, held }: Frame): Vessel {
  const { trace, event } = scene;
  const { proxy } = trace.scenario;
  const [level, size] =
    proxy === 'bucket' ? [held.level, held.size] : [held.bytes, trace.ends.at(-1)!];
  const released = countUntil(trace.proxy, t);
  const end = (k: number) => (k < 0 ? 0 : trace.ends[k]!);
  const bottom = end(released + held.events - 1) - level;
  const inRow = size / ROWS;
  const bricks = Array.from({ length: held.events }, (_, i) => {
    const k = released + i;
    const from = Math.max(0, end(k - 1) - bottom);
    return { runs: runs(from, end(k) - bottom, inRow), followed: k === event };
  });
  return { level, size, rows: ROWS, bricks };
}

/** The bytes `from`…`to` as stretches of rows that hold `inRow` each. */
function runs(from: number, to: number, inRow: number): (readonly [number, number, number])[] {
  const out: (readonly [number, number, number])[] = [];
  for (let at = from; at < to - 1e-6;) {
    const row = Math.min(ROWS - 1, Math.floor(at / inRow + 1e-9));
    const end = Math.min(to, (row + 1) * inRow);
    out.push([((at - row * inRow) / inRow) * 100, ((end - row * inRow) / inRow) * 100, row]);
    if (end <= at) break;
    at = end;
  }
  return out;
}

/** Bricks as one path in a box of 100 × `rows`, a little apart where they are wide enough for it to be seen. */
export function brickPath(bricks: readonly Brick[], rows: number): string {
  const round = (x: number) => Math.round(x * 10) / 10;
  return bricks
    .flatMap(({ runs }) =>
      runs.map(([from, to, row]) => {
        const gap = to - from > 4 ? 1.2 : 0;
        const top = rows - row - 1 + 0.12;
        return `M${round(from)} ${round(top)}H${round(to - gap)}V${round(top + 0.78)}H${round(from)}Z`;
      }),
    )
    .join('');
}

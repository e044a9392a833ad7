import type { Ms } from '../sim/index.ts';
import { proxy, serve } from '../sim/stages.ts';
import type { Piece } from './answer.ts';
import type { WireSettings } from './settings.ts';

/** Something that is written in one go, and when. */
export interface Frame {
  /** ms since the request. */
  at: Ms;
  text: string;
  /** Tokens of the answer that it carries. */
  tokens: number;
  /** `closing` frames say that the answer is over: they come with the last event. */
  kind: 'opening' | 'delta' | 'between' | 'closing';
}

/** Pieces that share an SSE event: `group` of them, ready with the last. */
export function grouped(pieces: readonly Piece[], group: number): (Piece & { tokens: number })[] {
  return Array.from({ length: Math.ceil(pieces.length / group) }, (_, k) => {
    const some = pieces.slice(k * group, (k + 1) * group);
    const text = some.map((piece) => piece.text).join('');
    return { text, at: some.at(-1)!.at, tokens: some.length };
  });
}

/**
 * Frames ready at the model to frames at the time at which they are written: the server's work per event, then what a
 * proxy would do to them. The stages are the simulator's; order is kept, and nothing comes sooner than it was ready.
 */
export function paced(frames: readonly Frame[], settings: WireSettings): Frame[] {
  const deltas = frames.filter(({ kind }) => kind === 'delta');
  const server = serve(
    Float64Array.from(deltas, ({ at }) => at),
    settings.framing,
  );
  const bytes = new Map<Frame, number>();
  let end = 0;
  for (const frame of frames) {
    if (frame.kind === 'delta') end += settings.padding;
    bytes.set(frame, (end += Buffer.byteLength(frame.text)));
  }
  const released = proxy(
    settings,
    server,
    Float64Array.from(deltas, (frame) => bytes.get(frame)!),
  );

  let k = 0;
  let at = 0;
  return frames.map((frame) => {
    if (frame.kind === 'delta') at = Math.max(at, released[k++]!);
    // Behind a proxy that collects, the opening leaves with the first event. What stands between two events, or
    // after the last, goes with the one before it.
    else if (frame.kind === 'opening')
      at = Math.max(at, settings.proxy === 'pass' ? frame.at : (released[0] ?? frame.at));
    else if (deltas.length === 0) at = Math.max(at, frame.at);
    return { ...frame, at };
  });
}

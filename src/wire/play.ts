import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Writable } from 'node:stream';
import { constants, createGzip } from 'node:zlib';
import type { Ms } from '../sim/index.ts';
import type { WireClock } from './clock.ts';
import type { LivePlaylist, Playlist } from './faults.ts';
import type { Frame } from './frames.ts';
import { leaves } from './http.ts';
import type { WireSettings } from './settings.ts';

/** What happened on one stream, as it happens. Times on the server's clock. */
export interface Progress {
  /** When the request came: the zero of the schedule. */
  start: Ms;
  /** When each frame was given to the socket, when it was due, and what was in it. */
  written: { at: Ms; due: Ms; bytes: number; tokens: number }[];
  /** How many there will be; `null` while that is open. */
  frames: number | null;
  /** How long it has waited for a client that did not read. ms */
  held: Ms;
  /** Bytes that wait in this process. */
  waiting: () => number;
  state: 'playing' | 'held' | 'done' | 'cut' | 'left';
}

/**
 * Writes the frames of a stream at their times, counted from `start`: a late one does not make the next one late.
 * When the socket is full it waits until the client has read: nothing piles up here. The response must have its
 * headers. Never rejects: a client that goes away ends it, and so does a live playlist that fails. `over` ends it
 * properly, before its time.
 */
export async function play(
  response: ServerResponse,
  playlist: Playlist | LivePlaylist,
  settings: WireSettings,
  clock: WireClock,
  progress: Progress,
  over?: AbortSignal,
): Promise<void> {
  const gone = leaves(response);
  const signal = over ? AbortSignal.any([gone, over]) : gone;
  const out = sink(response, settings);
  const tearDown = () => {
    out.destroy();
    response.destroy();
  };
  progress.waiting = () => response.writableLength + (out === response ? 0 : out.writableLength);
  try {
    for await (const frame of playlist.frames) {
      const due = progress.start + frame.at;
      await clock.until(due, signal);
      const bytes = padded(frame, settings);
      const at = clock.now();
      for (const piece of pieces(bytes, settings.split)) {
        if (out.write(piece)) {
          // Each piece a write of its own, not a part of one: the next waits its turn.
          if (settings.split !== null) await new Promise(setImmediate);
          continue;
        }
        progress.state = 'held';
        const from = clock.now();
        await once(out, 'drain', { signal });
        progress.held += clock.now() - from;
        progress.state = 'playing';
      }
      progress.written.push({ at, due, bytes: bytes.length, tokens: frame.tokens });
    }
    const { cutAt } = playlist;
    if (cutAt !== null) {
      await clock.until(progress.start + cutAt, signal);
      // What was written before the cut arrives: only then is the connection torn down. A compressor has it first.
      if (out !== response) await new Promise((done) => out.write('', done));
      await new Promise((flushed) => response.socket?.write('', flushed) ?? flushed(null));
      progress.state = 'cut';
      tearDown();
      return;
    }
    out.end();
    progress.state = 'done';
  } catch (error) {
    if (signal.aborted && !gone.aborted) {
      out.end();
      progress.state = 'done';
      return;
    }
    if (!gone.aborted) console.error(error);
    progress.state = gone.aborted ? 'left' : 'cut';
    tearDown();
  }
}

/** The padding is added here and not to the frames: they are all made before the first is sent. */
function padded({ text, kind }: Frame, { padding }: WireSettings): Buffer {
  if (padding === 0 || kind !== 'delta') return Buffer.from(text);
  return Buffer.concat([
    Buffer.from(`:${' '.repeat(Math.max(0, padding - 3))}\n\n`),
    Buffer.from(text),
  ]);
}

function pieces(bytes: Buffer, split: number | null): Buffer[] {
  if (split === null || bytes.length <= split) return [bytes];
  return Array.from({ length: Math.ceil(bytes.length / split) }, (_, i) =>
    bytes.subarray(i * split, (i + 1) * split),
  );
}

/** Whether this response is compressed. */
export function compresses(response: ServerResponse, { compress }: WireSettings): boolean {
  return compress !== 'off' && /\bgzip\b/.test(response.req.headers['accept-encoding'] ?? '');
}

/** Where frames are written to. A compressor that is not flushed keeps what it is given until it has enough. */
function sink(response: ServerResponse, settings: WireSettings): Writable {
  if (!compresses(response, settings)) return response;
  const flush = settings.compress === 'flushed' ? constants.Z_SYNC_FLUSH : constants.Z_NO_FLUSH;
  const gzip = createGzip({ flush });
  gzip.pipe(response);
  return gzip;
}

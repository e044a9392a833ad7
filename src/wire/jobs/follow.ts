import { sseEvent, type Ms } from '../../sim/index.ts';
import { dressed, type LivePlaylist } from '../faults.ts';
import type { Frame } from '../frames.ts';
import { leaves } from '../http.ts';
import type { Call } from '../route.ts';
import { bellOf, lookAt, type Snapshot } from './jobs.ts';

/**
 * The events of a job after number `last`: what the log has at once, the rest when it comes, until the job is over.
 * `cut` counts events, those of this connection.
 */
export function follow(call: Call, id: string, last: number): LivePlaylist {
  const playlist: LivePlaylist = { frames: frames(), cutAt: null };
  const { settings, start, wire } = call;
  const cutAt = start + (settings.cutms ?? Infinity);
  const frameOf = (text: string, due: Ms, kind: Frame['kind'], tokens = 0): Frame => ({
    at: due - start,
    text: dressed(text, settings),
    tokens,
    kind,
  });

  async function* frames(): AsyncGenerator<Frame> {
    const gone = leaves(call.response);
    let bell = new AbortController();
    const ring = () => bell.abort();
    wire.bell.on(bellOf(id), ring);
    gone.addEventListener('abort', ring);
    try {
      if (settings.retry !== null)
        yield frameOf(`retry: ${String(settings.retry)}\n\n`, start, 'opening');
      let quiet = start;
      for (let sent = 0; ;) {
        bell = new AbortController();
        const { job, log, next } = lookAt(wire, id);
        for (const entry of log.slice(last)) {
          quiet = Math.max(quiet, job.created + entry.value.at);
          yield frameOf(eventOf(entry), quiet, 'delta', 1);
          last = entry.id;
          const more = next !== null || last < log.length;
          if (++sent === settings.cut && more) return void (playlist.cutAt = 0);
        }
        if (next === null) return;
        const beat = quiet + (settings.heartbeat ?? Infinity);
        if (cutAt < Math.min(next, beat)) return void (playlist.cutAt = settings.cutms);
        // The bell ends the wait; so does a client that leaves.
        await wire.clock.until(Math.min(next, beat), bell.signal).catch(() => undefined);
        gone.throwIfAborted();
        if (bell.signal.aborted || next <= beat) continue;
        yield frameOf(': heartbeat\n\n', beat, 'between');
        quiet = beat;
      }
    } finally {
      wire.bell.off(bellOf(id), ring);
    }
  }
  return playlist;
}

function eventOf({ id, value: { type, data } }: Snapshot['log'][number]): string {
  return `id: ${String(id)}\n${sseEvent(data, type === 'message' ? undefined : type)}`;
}

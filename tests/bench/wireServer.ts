// The mock server in a thread of its own, which says on demand what its streams were like.
import { parentPort } from 'node:worker_threads';
import type { Progress } from '../../src/wire/play.ts';
import { Wire } from '../../src/wire/wire.ts';

/** What one stream was like: ms after the due time, per frame, and the mean interval between events. */
export interface StreamReport {
  state: Progress['state'];
  late: number[];
  meanInterval: number;
}
export interface ServerReport {
  streams: StreamReport[];
  /** Bytes of the whole process, after a collection where it may ask for one. */
  memory: number;
  waiting: number;
}

const seen: Progress[] = [];
const wire = new Wire({ onStream: (progress) => seen.push(progress) });
const port = await wire.listen(0);
parentPort!.postMessage(port);

parentPort!.on('message', () => {
  const streams = seen.map(({ state, written }): StreamReport => {
    const events = written.filter(({ tokens }) => tokens > 0);
    const span = events.at(-1)!.at - events[0]!.at;
    return {
      state,
      late: written.map(({ at, due }) => at - due),
      meanInterval: span / (events.length - 1),
    };
  });
  const waiting = seen.reduce((sum, progress) => sum + progress.waiting(), 0);
  const report: ServerReport = { streams, memory: process.memoryUsage().rss, waiting };
  parentPort!.postMessage(report);
});

import type { Hop } from '../../../sim/index.ts';
import { count, plural } from '../shared/words.ts';
import type { Moment } from './layout.ts';
import type { Scene } from './scene.ts';

/** The line at the foot of each station: what it has done, or what waits in it. */
export function feet(scene: Scene, now: Moment): Record<Hop, string> {
  const { trace } = scene;
  const { frame, framed, received, parsed, vessel } = now;
  const waiting = frame.model - frame.server;
  const queued = received - parsed;
  const undrawn = frame.browser - frame.dom;
  const size = (k: number) => trace.ends[k]! - (trace.ends[k - 1] ?? trace.tokens.opening);
  return {
    model: `${count(frame.model)} of ${plural(trace.n, 'token')}`,
    server:
      waiting > 1 && waiting >= trace.scenario.group
        ? `${count(waiting)} tokens wait`
        : framed > 0
          ? `event ${count(framed)} · ${count(size(framed - 1))} B`
          : 'no event yet',
    proxy: !vessel
      ? `${plural(framed, 'event')} through`
      : trace.scenario.proxy === 'bucket'
        ? `${count(vessel.level)} of ${count(vessel.size)} B`
        : `${plural(frame.held.events, 'event')}, ${count(vessel.level)} B`,
    browser: queued > 1 ? `${count(queued)} events wait` : `${plural(parsed, 'event')} parsed`,
    dom:
      undrawn > 1
        ? `${count(undrawn)} wait to be drawn`
        : `${count(frame.dom)} of ${count(trace.n)} shown`,
  };
}

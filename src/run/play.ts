import type { Trace } from '../sim/index.ts';
import { arrivalsOf, paced } from './pace.ts';
import { textDeltas } from './read.ts';
import { Recorder, type Recording } from './record.ts';
import { show } from './renders.ts';
import { recordedScreen, type Browser, type Drawing } from './screen.ts';

interface Page extends Omit<Drawing<string>, 'cost'> {
  /** Ends the run: it rejects with the signal's reason. */
  signal?: AbortSignal;
}

/**
 * The answer of a trace for real: the bytes of its wire, as the simulator has them reach the browser, read, parsed and
 * drawn in its way of rendering, with the work of each draw done. One token is one draw's worth, also where an event
 * brings several. Resolves when the last is painted.
 */
export async function play(
  trace: Trace,
  browser: Browser,
  { signal, ...page }: Page,
): Promise<Recording> {
  const { scenario: s, tokens, n, chars } = trace;
  const recorder = new Recorder();
  const arrivals = arrivalsOf(trace);
  async function* pieces() {
    let events = 0;
    for await (const deltas of textDeltas(paced(arrivals, browser, signal))) {
      const from = events * s.group;
      events += deltas.length;
      const to = Math.min(n, events * s.group);
      recorder.arrived(to - from, browser.now());
      yield tokens.text.slice(from, to);
    }
  }
  const screen = recordedScreen(browser, recorder, {
    ...page,
    cost: (shown) => s.cost + (s.charcost / 1000) * chars[shown - 1]!,
  });
  await show(pieces(), screen, s);
  await screen.settled();
  return recorder.recording();
}

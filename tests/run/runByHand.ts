import { arrivalsOf, paced } from '../../src/run/pace.ts';
import { textDeltas } from '../../src/run/read.ts';
import { Recorder, type Recording } from '../../src/run/record.ts';
import { show } from '../../src/run/renders.ts';
import { recordedScreen } from '../../src/run/screen.ts';
import { simulate, type Scenario, type Trace } from '../../src/sim/index.ts';
import { manualBrowser } from './manualBrowser.ts';

/** A scenario, simulated and run through real streams in a browser whose clock is moved by hand. */
export async function runByHand(
  part: Partial<Scenario>,
): Promise<{ trace: Trace; made: Recording; text: string }> {
  const trace = simulate(part);
  const { scenario: s, chars } = trace;
  const browser = manualBrowser(s.hz);
  const recorder = new Recorder();
  let text = '';
  const screen = recordedScreen<string>(browser, recorder, {
    write: (items) => void (text += items.join('')),
    cost: (shown) => s.cost + (s.charcost / 1000) * chars[shown - 1]!,
  });
  async function* read() {
    for await (const deltas of textDeltas(paced(arrivalsOf(trace), browser))) {
      recorder.arrived(deltas.length, browser.now());
      yield deltas;
    }
  }
  await browser.untilDone(show(read(), screen, s).then(() => screen.settled()));
  return { trace, made: recorder.recording(), text };
}

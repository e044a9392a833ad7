import { play } from '../../src/run/play.ts';
import type { Recording } from '../../src/run/record.ts';
import { simulate, type Scenario, type Trace } from '../../src/sim/index.ts';
import { manualBrowser } from './manualBrowser.ts';

interface Run {
  trace: Trace;
  made: Recording;
  text: string;
}

/** A scenario, simulated and run through real streams in a browser whose clock is moved by hand. */
export async function runByHand(part: Partial<Scenario>): Promise<Run> {
  const trace = simulate(part);
  const browser = manualBrowser(trace.scenario.hz);
  let text = '';
  const run = play(trace, browser, { write: (items) => void (text += items.join('')) });
  await browser.untilDone(run);
  return { trace, made: await run, text };
}

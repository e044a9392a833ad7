// Runs in the page: asks for an answer, shows it, and notes when what happened.

import { Recorder } from '../../src/run/record.ts';
import { show } from '../../src/run/renders.ts';
import { textDeltas } from '../../src/run/read.ts';
import { browserOf, recordedScreen } from '../../src/run/screen.ts';
import type { Ms, Render } from '../../src/sim/index.ts';

export interface Request {
  address: string;
  run: number;
  render: Render;
  every: Ms;
  cost: Ms;
}

/** What happened, in ms since the request was sent, which was at `start` of the common clock. */
export interface Measured {
  start: Ms;
  arrivals: number[];
  writes: number[];
  dom: number[];
  paints: number[];
  /** By how much the server's clock was ahead of ours, and how long the question took that told it. */
  clock: { ahead: Ms; took: Ms };
}

const nextFrame = () =>
  new Promise<Ms>((resolve) => requestAnimationFrame(() => resolve(performance.now())));

/** One answer, shown and measured. */
export async function measure({ address, run, render, every, cost }: Request): Promise<Measured> {
  const target = document.querySelector('p')!;
  target.textContent = '';
  const clock = await compareClocks();

  // Sent as a frame begins: then the model's frames, which are counted from the request, are the display's.
  const start = await nextFrame();
  const asked = fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-run': String(run) },
    body: JSON.stringify({
      model: 'mock',
      max_tokens: 10_000,
      stream: true,
      messages: [{ role: 'user', content: 'Why does it not stream?' }],
    }),
  });
  const recorder = new Recorder();
  const browser = browserOf(window, start);
  const screen = recordedScreen<string>(browser, recorder, {
    write: (items) => target.append(items.join('')),
    cost: () => cost,
  });
  const { body } = await asked;
  await show(noted(body!, recorder, browser.now), screen, { render, every });
  await screen.settled();

  const { arrivals, writes, dom, paints } = recorder.recording();
  const list = (times: Float64Array) => Array.from(times, (t) => Math.round(t * 1000) / 1000);
  return {
    start: performance.timeOrigin + start,
    arrivals: list(arrivals),
    writes: list(writes),
    dom: list(dom),
    paints: list(paints),
    clock,
  };
}

/** The deltas, each batch noted as it comes. */
async function* noted(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  recorder: Recorder,
  now: () => Ms,
) {
  for await (const deltas of textDeltas(body)) {
    recorder.arrived(deltas.length, now());
    yield deltas;
  }
}

/** The quickest of some questions tells the difference to within half of what it took. */
async function compareClocks(): Promise<Measured['clock']> {
  let best = { ahead: 0, took: Infinity };
  for (let i = 0; i < 8; i++) {
    const asked = performance.now();
    const there = Number(await (await fetch('/clock')).text());
    const took = performance.now() - asked;
    if (took < best.took)
      best = { ahead: there - (performance.timeOrigin + asked + took / 2), took };
  }
  return best;
}

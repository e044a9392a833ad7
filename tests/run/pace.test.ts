import { describe, expect, it } from 'vitest';
import { arrivalsOf, paced, type Arrival } from '../../src/run/pace.ts';
import { textDeltas } from '../../src/run/read.ts';
import { send, type Scenario } from '../../src/sim/index.ts';
import { manualBrowser } from './manualBrowser.ts';

const at = (...times: number[]): Arrival[] =>
  times.map((t, i) => ({ at: t, bytes: Uint8Array.of(i) }));

describe('bytes on a schedule', () => {
  it('come when they are due, not when the one before was read', async () => {
    const browser = manualBrowser(60);
    const reader = paced(at(10, 20, 30), browser).getReader();
    const got: [number, number[]][] = [];
    const read = async () => {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        got.push([browser.now(), [...value]]);
        browser.busyUntil(browser.now() + 3);
      }
    };
    await browser.untilDone(read());
    expect(got).toEqual([
      [10, [0]],
      [20, [1]],
      [30, [2]],
    ]);
  });

  it('wait for a reader who is late, and come as one', async () => {
    const browser = manualBrowser(60);
    const reader = paced(at(10, 20, 30, 90), browser).getReader();
    browser.busyUntil(35);
    const first = reader.read();
    await browser.untilDone(first);
    expect([...(await first).value!]).toEqual([0, 1, 2]);
    expect(browser.now()).toBe(35);
  });

  it('come in a task of their own, also when they are due: a busy page paints before them', async () => {
    const browser = manualBrowser(60);
    const reader = paced(at(10, 12), browser).getReader();
    let paints = 0;
    const read = async () => {
      await reader.read();
      browser.nextFrame(() => paints++);
      browser.busyUntil(50);
      await reader.read();
      expect(paints).toBe(1);
    };
    await browser.untilDone(read());
  });

  it('end when somebody stops them', async () => {
    const browser = manualBrowser(60);
    const stop = new AbortController();
    const reader = paced(at(10, 20), browser, stop.signal).getReader();
    const read = async () => {
      await reader.read();
      const next = reader.read();
      stop.abort(new Error('stopped'));
      await expect(next).rejects.toThrow('stopped');
      await new Promise<void>((resolve) => browser.after(30, resolve)); // nothing comes later
    };
    await browser.untilDone(read());
  });
});

describe('the simulated wire as bytes', () => {
  const cases: { name: string; given: Partial<Scenario> }[] = [
    { name: 'messages', given: { dialect: 'messages' } },
    { name: 'chat completions', given: { dialect: 'completions' } },
    { name: 'several tokens in an event', given: { group: 4, tokens: 10 } },
    { name: 'tokens that end inside a character', given: { response: 'japanese' } },
  ];
  it.each(cases)('$name: an event for each, at its time', async ({ given }) => {
    const wire = send(given);
    const arrivals = arrivalsOf(wire);
    expect(arrivals.map((arrival) => arrival.at)).toEqual(
      Array.from(wire.proxy, (t) => Math.round((t + wire.scenario.latency) * 1000) / 1000),
    );
    const browser = manualBrowser(60);
    browser.busyUntil(1e6);
    const deltas: string[] = [];
    const read = async () => {
      for await (const chunk of textDeltas(paced(arrivals, browser))) deltas.push(...chunk);
    };
    await browser.untilDone(read());
    expect(deltas.length).toBe(wire.proxy.length);
    expect(deltas.join('')).toBe(wire.tokens.text.slice(0, wire.n).join(''));
  });

  it('has the bytes that the simulator counts, but for what the server writes last', () => {
    const wire = send({ response: 'chat' });
    const sizes = arrivalsOf(wire).map(({ bytes }) => bytes.length);
    const counted = wire.ends.map((end, k) => end - (wire.ends[k - 1] ?? 0));
    expect(sizes.slice(0, -1)).toEqual([...counted.slice(0, -1)]);
  });
});

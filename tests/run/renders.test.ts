import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { show, type Screen } from '../../src/run/renders.ts';
import type { Dialect, Proxy, Render, ResponseId, Scenario } from '../../src/sim/index.ts';
import { runByHand } from './runByHand.ts';

/** What the page is given is real here, and takes no time when the clock stands. */
const given = (part: Partial<Scenario>): Partial<Scenario> => ({ parse: 0, tokens: 60, ...part });

describe('a way of rendering, done for real on a clock moved by hand', () => {
  const exact: { name: string; given: Partial<Scenario> }[] = [
    { name: 'sync', given: { render: 'sync' } },
    { name: 'sync, with work', given: { render: 'sync', cost: 25, charcost: 10 } },
    { name: 'per frame', given: { render: 'frame' } },
    { name: 'per frame, with work that fits', given: { render: 'frame', cost: 10 } },
    { name: 'per frame, with work that does not', given: { render: 'frame', cost: 25 } },
    { name: 'every 50 ms', given: { render: 'every', charcost: 1 } },
    { name: 'every 50 ms, with work', given: { render: 'every', cost: 25 } },
    {
      name: 'every 30 ms, with more work than that',
      given: { render: 'every', every: 30, cost: 45 },
    },
    { name: 'per token', given: { render: 'token' } },
    { name: 'per token, with work that fits', given: { render: 'token', cost: 10 } },
    { name: 'yielding, with work that fits', given: { render: 'token-yield', cost: 10 } },
    { name: 'per token, in lumps', given: { render: 'frame', proxy: 'bucket', bucket: 2048 } },
    { name: 'on an uneven stream', given: { render: 'frame', jitter: 1, stall: 5, stallms: 200 } },
    { name: 'at 120 frames/s', given: { render: 'frame', hz: 120, rate: 200 } },
  ];
  it.each(exact)('$name: paints when the simulator says', async ({ given: part }) => {
    const { trace, made } = await runByHand(given(part));
    expect([...made.dom]).toEqual([...trace.dom]);
    expect([...made.paints]).toEqual([...trace.paints]);
    expect([...made.shown]).toEqual([...trace.shown]);
    expect([...made.busy]).toEqual([...trace.busy]);
  });

  it('per token, with more work than time: batches grow as the simulator says', async () => {
    const { trace, made } = await runByHand(given({ render: 'token-yield', cost: 25 }));
    expect([...made.busy]).toEqual([...trace.busy]);
    const naive = await runByHand(given({ render: 'token', cost: 25 }));
    expect([...naive.made.busy]).toEqual([...trace.busy]);
  });

  it('shows every token once, in order, whatever is set', async () => {
    const part = fc.record({
      render: fc.constantFrom<Render[]>('sync', 'token', 'token-yield', 'frame', 'every'),
      response: fc.constantFrom<ResponseId[]>('chat', 'japanese', 'label'),
      dialect: fc.constantFrom<Dialect[]>('messages', 'completions'),
      proxy: fc.constantFrom<Proxy[]>('pass', 'bucket', 'hold'),
      tokens: fc.integer({ min: 1, max: 40 }),
      rate: fc.constantFrom(20, 60, 1500),
      cost: fc.constantFrom(0, 3, 40),
      every: fc.integer({ min: 1, max: 200 }),
      jitter: fc.constantFrom(0, 1),
    });
    await fc.assert(
      fc.asyncProperty(part, async (settings) => {
        const { trace, made, text } = await runByHand({ parse: 0, ...settings });
        expect(text).toBe(trace.tokens.text.slice(0, trace.n).join(''));
        expect(made.dom.length).toBe(trace.n);
        for (let i = 0; i < trace.n; i++) {
          expect(made.arrivals[i]).toBeGreaterThanOrEqual(trace.arrivals[i]!);
          expect(made.writes[i]).toBeGreaterThanOrEqual(made.arrivals[i]!);
          expect(made.dom[i]).toBeGreaterThanOrEqual(made.writes[i]!);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('between draws', () => {
  const screen = (between: Screen<string>['between']): Screen<string> & { drawn: string[] } => {
    const drawn: string[] = [];
    return {
      drawn,
      now: () => 0,
      draw: (items) => void drawn.push(items.join('')),
      nextFrame: (then) => queueMicrotask(then),
      after: (_delay, then) => queueMicrotask(then),
      turn: () => Promise.resolve(),
      ...(between && { between }),
    };
  };
  // eslint-disable-next-line @typescript-eslint/require-await
  async function* chunks() {
    yield ['a', 'b', 'c'];
    yield ['d'];
  }

  it.each(['token', 'token-yield'] as const)('%s can be stopped', async (render) => {
    let asked = 0;
    const page = screen(() => (++asked === 2 ? Promise.reject(new Error('stopped')) : undefined));
    await expect(show(chunks(), page, { render, every: 50 })).rejects.toThrow('stopped');
    expect(page.drawn).toEqual(['a', 'b']);
  });

  it('a batch says how long it has kept the page busy: since it began, or since it paused', async () => {
    let now = 0;
    const held: number[] = [];
    const page = screen((busyFor) => {
      held.push(busyFor);
      return held.length === 2 ? Promise.resolve() : undefined;
    });
    const ticking = { ...page, now: () => now, draw: () => void (now += 10) };
    await show(chunks(), ticking, { render: 'token', every: 50 });
    expect(held).toEqual([10, 20, 10, 10]);
  });

  it.each(['sync', 'token', 'token-yield', 'frame', 'every'] as const)(
    '%s fails with its stream',
    async (render) => {
      // eslint-disable-next-line @typescript-eslint/require-await
      async function* broken() {
        yield ['a'];
        throw new Error('cut off');
      }
      const page = screen(undefined);
      await expect(show(broken(), page, { render, every: 50 })).rejects.toThrow('cut off');
    },
  );
});

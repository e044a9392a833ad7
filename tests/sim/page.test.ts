import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/sim/index.ts';
import { roundMs, scenario } from '../../src/sim/index.ts';
import { beatAfter, beatTime, frames, render, ticks } from '../../src/sim/page.ts';
import { ms } from './arbitraries.ts';

describe('the next frame at or after a time', () => {
  const cases: { name: string; given: [t: number, hz: number]; expect: number }[] = [
    { name: 'at the start', given: [0, 60], expect: 0 },
    { name: 'just after', given: [0.001, 60], expect: 1 },
    { name: 'on a frame that was rounded up', given: [16.667, 60], expect: 1 },
    { name: 'a microsecond before it', given: [16.666, 60], expect: 1 },
    { name: 'a microsecond after it', given: [16.668, 60], expect: 2 },
    { name: 'on a frame that was rounded down', given: [33.333, 60], expect: 2 },
    { name: 'a microsecond after that', given: [33.334, 60], expect: 3 },
    { name: 'a frame at half a microsecond is rounded up', given: [7.813, 128], expect: 1 },
    { name: 'frames of a whole number', given: [50, 20], expect: 1 },
  ];
  it.each(cases)('$name', ({ given: [t, hz], expect: j }) =>
    expect(beatAfter(t, frames(hz))).toBe(j),
  );

  const rate = fc.oneof(
    fc.integer({ min: 1, max: 480 }),
    fc.constantFrom(59.94, 23.976, 1000 / 3, 64, 128, 256, 320, 384),
    fc.double({ min: 1, max: 1_000, noNaN: true }),
  );

  it('is the smallest j whose frame starts at t or later', () => {
    fc.assert(
      fc.property(rate, fc.nat(100_000), fc.integer({ min: -3, max: 3 }), (hz, j, offset) => {
        const near = beatTime(j, frames(hz)) + offset / 1000;
        for (const t of [roundMs(near), near + 0.0003, near - 0.0004].filter((x) => x >= 0)) {
          const found = beatAfter(t, frames(hz));
          expect(beatTime(found, frames(hz))).toBeGreaterThanOrEqual(t);
          if (found > 0) expect(beatTime(found - 1, frames(hz))).toBeLessThan(t);
        }
      }),
    );
  });

  it('frame times are rounded to a microsecond, half up', () => {
    expect([0, 1, 2, 3].map((j) => beatTime(j, frames(60)))).toEqual([0, 16.667, 33.333, 50]);
    expect(beatTime(1, frames(128))).toBe(7.813); // 7.8125
  });
});

describe('the ticks of a timer', () => {
  it('are whole multiples of the period, also of a fraction of a ms', () => {
    expect([0, 1, 7].map((j) => beatTime(j, ticks(1.0105)))).toEqual([
      0,
      roundMs(1.0105),
      roundMs(7 * 1.0105),
    ]);
    expect(beatAfter(100.001, ticks(50))).toBe(3);
  });
});

interface Expected {
  dom: number[];
  paints?: number[];
  shown?: number[];
  busy?: number[];
}

/** Frames 10 ms apart. One character per token, unless the case says otherwise. */
function drawn(
  part: Partial<Scenario>,
  arrivals: number[],
  chars = arrivals.map((_, i) => i + 1),
): Required<Expected> {
  const page = render(
    scenario({ hz: 100, ...part }),
    Float64Array.from(arrivals),
    Float64Array.from(chars),
  );
  return {
    dom: [...page.dom],
    paints: [...page.paints],
    shown: [...page.shown],
    busy: [...page.busy],
  };
}

const cases: { name: string; given: [Partial<Scenario>, number[], number[]?]; expect: Expected }[] =
  [
    {
      name: 'sync: one draw after the last event, seen at the next frame',
      given: [{ render: 'sync', cost: 3 }, [1, 12, 25]],
      expect: { dom: [30, 30, 30], paints: [30], shown: [3], busy: [25, 28] },
    },
    {
      name: 'sync: a draw that ends on a frame is seen at it',
      given: [{ render: 'sync', cost: 5 }, [1, 25]],
      expect: { dom: [30, 30], busy: [25, 30] },
    },
    {
      name: 'token: free of cost, the next frame shows what has come',
      given: [{ render: 'token' }, [1, 2, 10, 11]],
      expect: { dom: [10, 10, 10, 20], paints: [10, 20], shown: [3, 4], busy: [] },
    },
    {
      name: 'token: what comes during a batch is the next batch; each is one paint',
      given: [{ render: 'token', cost: 6 }, [0, 1, 2, 30]],
      expect: {
        dom: [10, 20, 20, 40],
        paints: [10, 20, 40],
        shown: [1, 3, 4],
        busy: [0, 6, 6, 18, 30, 36],
      },
    },
    {
      name: 'token: what comes as a batch ends is waiting',
      given: [{ render: 'token', cost: 6 }, [0, 6, 30]],
      expect: { dom: [10, 20, 40], paints: [10, 20, 40], busy: [0, 6, 6, 12, 30, 36] },
    },
    {
      name: 'token: what comes at one time is one batch',
      given: [{ render: 'token', cost: 6 }, [0, 0, 0, 100]],
      expect: { dom: [20, 20, 20, 110], busy: [0, 18, 100, 106] },
    },
    {
      name: 'token-yield: the same, for the browser paints between two batches anyway',
      given: [{ render: 'token-yield', cost: 6 }, [0, 1, 2, 30]],
      expect: {
        dom: [10, 20, 20, 40],
        paints: [10, 20, 40],
        shown: [1, 3, 4],
        busy: [0, 6, 6, 18, 30, 36],
      },
    },
    {
      name: 'token-yield: batches that end in one frame are one paint',
      given: [{ render: 'token-yield', cost: 2 }, [1, 4, 7]],
      expect: { dom: [10, 10, 10], paints: [10], shown: [3], busy: [1, 3, 4, 6, 7, 9] },
    },
    {
      name: 'frame: at the next frame, all that has arrived',
      given: [{ render: 'frame' }, [1, 10, 10.001, 35]],
      expect: { dom: [10, 10, 20, 40], paints: [10, 20, 40], shown: [2, 3, 4], busy: [] },
    },
    {
      name: 'frame: seen when the draw ends',
      given: [{ render: 'frame', cost: 4 }, [1, 11]],
      expect: { dom: [14, 24], busy: [10, 14, 20, 24] },
    },
    {
      name: 'frame: a draw longer than a frame skips one',
      given: [{ render: 'frame', cost: 14 }, [1, 11, 12]],
      expect: { dom: [24, 44, 44], paints: [24, 44], shown: [1, 3], busy: [10, 24, 30, 44] },
    },
    {
      name: 'frame: free just as a frame starts, it takes that one',
      given: [{ render: 'frame', cost: 10 }, [1, 11]],
      expect: { dom: [20, 30], busy: [10, 20, 20, 30] },
    },
    {
      name: 'every: on its own grid, seen at the frame after the draw',
      given: [{ render: 'every', every: 25, cost: 2 }, [1, 25, 26, 80]],
      expect: {
        dom: [30, 30, 60, 110],
        paints: [30, 60, 110],
        shown: [2, 3, 4],
        busy: [25, 27, 50, 52, 100, 102],
      },
    },
    {
      name: 'every: several ticks in a frame are one paint',
      given: [{ render: 'every', every: 3 }, [1, 4, 7]],
      expect: { dom: [10, 10, 10], paints: [10], shown: [3] },
    },
    {
      name: 'every: a draw longer than a tick skips one',
      given: [{ render: 'every', every: 5, cost: 7 }, [1, 6]],
      expect: { dom: [20, 30], busy: [5, 12, 15, 22] },
    },
    {
      name: 'work grows with the characters shown',
      given: [{ render: 'token-yield', cost: 1, charcost: 500 }, [0, 20, 40], [4, 5, 11]],
      expect: { dom: [10, 30, 50], busy: [0, 3, 20, 23.5, 40, 46.5] },
    },
    {
      name: 'token: each token of a batch costs what is shown with it',
      given: [{ render: 'token', charcost: 1_000 }, [0, 0, 0], [1, 2, 3]],
      expect: { dom: [10, 10, 10], busy: [0, 6] },
    },
    {
      name: 'frame: one draw costs what is shown at its end',
      given: [{ render: 'frame', charcost: 1_000 }, [0, 0, 0], [1, 2, 3]],
      expect: { dom: [3, 3, 3], busy: [0, 3] },
    },
    {
      name: 'work that rounds to nothing is no busy span',
      given: [{ render: 'token', cost: 0.0001 }, [0, 5]],
      expect: { dom: [0, 10], busy: [] },
    },
  ];

describe('what the page makes of arrivals', () => {
  it.each(cases)('$name', ({ given, expect: page }) => expect(drawn(...given)).toMatchObject(page));

  it.each(['sync', 'token', 'token-yield', 'frame', 'every'] as const)(
    '%s: nothing of nothing',
    (name) =>
      expect(drawn({ render: name }, [])).toEqual({ dom: [], paints: [], shown: [], busy: [] }),
  );
});

describe('work per token × rate = 1.5', () => {
  // Measured in Chromium 156 reading a real stream: batches of 1, 2, 3, 5, 7, 11, 17, 25, 38, 57.
  const arrivals = Array.from({ length: 300 }, (_, i) => 5 + i * 10);

  it('batches grow by half', () => {
    const { busy, shown } = drawn({ render: 'token-yield', cost: 15 }, arrivals);
    const batches = shown.map((count, i) => count - (shown[i - 1] ?? 0)).slice(0, -1); // the last one is cut short
    expect(busy.length / 2).toBe(shown.length);
    expect(batches.length).toBeGreaterThan(9);
    batches.slice(1).forEach((size, i) => {
      expect(Math.abs(size - 1.5 * batches[i]!)).toBeLessThanOrEqual(1);
    });
  });

  it('yields or not, it paints after each of them', () =>
    expect(drawn({ render: 'token', cost: 15 }, arrivals)).toEqual(
      drawn({ render: 'token-yield', cost: 15 }, arrivals),
    ));
});

it('work without characters is the same for every token', () => {
  fc.assert(
    fc.property(ms(100), fc.array(ms(50), { maxLength: 30 }), (cost, gaps) => {
      let t = 0;
      const arrivals = gaps.map((gap) => (t = roundMs(t + gap)));
      const { busy } = drawn({ render: 'token', cost }, arrivals);
      const worked = busy.reduce((sum, x, i) => sum + (i % 2 === 1 ? x : -x), 0);
      expect(worked).toBeCloseTo(cost * arrivals.length, 6);
    }),
  );
});

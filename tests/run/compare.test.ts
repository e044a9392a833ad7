import { describe, expect, it } from 'vitest';
import { bursts, compare, meanDelta, type Seen } from '../../src/run/compare.ts';

const seen = (dom: number[], busy: number[] = []): Seen => ({
  dom: Float64Array.from(dom),
  paints: Float64Array.from(new Set(dom)),
  busy: Float64Array.from(busy),
});

describe('a prediction beside what came of it', () => {
  it('has each measure of both', () => {
    const predicted = seen([100, 100, 200, 400], [90, 100, 150, 200]);
    expect(compare(predicted, seen([110, 110, 190, 460], [90, 150]))).toEqual({
      firstPaint: { predicted: 100, measured: 110 },
      lastPaint: { predicted: 400, measured: 460 },
      paints: { predicted: 3, measured: 3 },
      longestGap: { predicted: 200, measured: 270 },
      longTasks: { predicted: 0, measured: 1 },
      longestTask: { predicted: 50, measured: 60 },
      inputDelay: { predicted: null, measured: null },
      meanDelta: (10 + 10 + 10 + 60) / 4,
    });
  });

  it('lets each input wait until the end of the busy span it falls in', () => {
    const predicted = seen([100, 200], [90, 100, 150, 200]);
    const measured = seen([110, 190], [90, 170]);
    const waits = (...inputs: number[]) => compare(predicted, measured, inputs).inputDelay;
    expect(waits(95)).toEqual({ predicted: 5, measured: 75 });
    expect(waits(95, 160, 300)).toEqual({ predicted: 40, measured: 75 });
    expect(waits(120)).toEqual({ predicted: 0, measured: 50 });
    expect(waits(300)).toEqual({ predicted: 0, measured: 0 });
  });

  it('has nothing to say of what is not there', () => {
    const { firstPaint, longestGap, longestTask, meanDelta: mean } = compare(seen([7]), seen([]));
    expect(firstPaint).toEqual({ predicted: 7, measured: null });
    expect(longestGap).toEqual({ predicted: null, measured: null });
    expect(longestTask).toEqual({ predicted: null, measured: null });
    expect(mean).toBeNull();
  });

  it('counts the tokens that both have', () => {
    expect(meanDelta(Float64Array.of(1, 2, 3), Float64Array.of(2, 4))).toBe(1.5);
  });
});

describe('bursts', () => {
  const cases: { name: string; given: [times: number[], apart: number]; expect: number[] }[] = [
    { name: 'none', given: [[], 5], expect: [] },
    { name: 'one', given: [[3], 5], expect: [1] },
    { name: 'at once, and apart', given: [[0, 0, 0, 10, 10, 30], 5], expect: [3, 2, 1] },
    { name: 'a chain is one burst', given: [[0, 5, 10, 16], 5], expect: [3, 1] },
  ];
  it.each(cases)('$name', ({ given: [times, apart], expect: sizes }) =>
    expect(bursts(Float64Array.from(times), apart)).toEqual(sizes),
  );
});

import { describe, expect, it } from 'vitest';
import { alternative, caption } from '../../src/components/prose/jobCaption.ts';
import {
  across,
  box,
  DROP,
  EVERY,
  firstSeen,
  knownPaths,
  LATENCY,
  lostPath,
  meanDelay,
  ready,
  reports,
  row,
  rows,
  SPAN,
  workPath,
  type Row,
} from '../../src/components/prose/jobTimelines.ts';

/** The corners of a path of M and L commands. */
const corners = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('what is seen when, in ms', () => {
  const cases: { given: Row['id']; expect: number[] }[] = [
    {
      given: 'plain',
      expect: [25_050, 25_050, 25_050, 25_050, 25_050, 25_050, 25_050, 25_050, 25_050],
    },
    {
      given: 'poll',
      expect: [5_100, 10_100, 10_100, 15_100, 15_100, 15_100, 20_100, 20_100, 25_100],
    },
    {
      given: 'push',
      expect: [4_050, 7_050, 9_050, 11_050, 13_050, 15_050, 17_050, 19_050, 25_050],
    },
    {
      given: 'tied',
      expect: [18_050, 21_050, 23_050, 25_050, 27_050, 29_050, 31_050, 33_050, 39_050],
    },
    {
      given: 'resumed',
      expect: [4_050, 7_050, 9_050, 14_050, 14_050, 15_050, 17_050, 19_050, 25_050],
    },
  ];
  it.each(cases)('$given', ({ given, expect: seen }) => expect([...row(given).seen]).toEqual(seen));

  it('what the cut takes from work that cannot be resumed', () =>
    expect([...row('tied').lost!]).toEqual([4_050, 7_050, 9_050]));
});

describe('what the caption says', () => {
  it.each([
    { given: 'plain', first: 25_050, delay: 11_717 },
    { given: 'poll', first: 5_100, delay: 1_767 },
    { given: 'push', first: 4_050, delay: 50 },
    { given: 'tied', first: 4_050, delay: 14_050 },
    { given: 'resumed', first: 4_050, delay: 494 },
  ] as const)('$given: first report and mean delay', ({ given, first, delay }) => {
    expect(firstSeen(row(given))).toBe(first);
    expect(Math.round(meanDelay(row(given)))).toBe(delay);
  });

  it('one question for each interval of the work', () =>
    expect(row('poll').asks).toEqual([5_000, 10_000, 15_000, 20_000, 25_000]));

  it('some reports fall into the cut, and come when it ends', () => {
    const late = [...ready].filter((t) => t >= DROP.from && t < DROP.until);
    expect(late).toEqual([11_000, 13_000]);
    for (const t of late) expect(row('resumed').seen[ready.indexOf(t)]).toBe(DROP.until + LATENCY);
  });

  it.each([
    {
      part: 'totals',
      says: [
        '25 s of work',
        '25.05 s after a plain call',
        '25.10 s with polling',
        '25.05 s with push',
      ],
    },
    { part: 'meanwhile', says: ['1.8 s old here', '50 ms old', 'up to 5 s later'] },
    {
      part: 'cut',
      says: [
        'gone for 4 s',
        'ends at 39.05 s',
        '11 s and 13 s is seen at 14.05 s',
        'comes at 25.05 s',
      ],
    },
  ] as const)('$part', ({ part, says }) => {
    for (const words of says) expect(caption[part].replaceAll('\u00a0', ' ')).toContain(words);
  });

  it('whoever does not see the picture hears of every row', () => {
    for (const { name } of rows) expect(alternative).toContain(`${name} (`);
  });

  it('the note names the last event that came through', () =>
    expect(row('resumed').note).toContain(`after event ${row('tied').lost!.length}`));
});

describe('laws', () => {
  it.each(rows)('$name: nothing is seen before it is ready, and all of it in order', ({ seen }) => {
    expect(seen).toHaveLength(reports.length);
    for (const [i, t] of seen.entries()) {
      expect(t).toBeGreaterThan(ready[i]!);
      if (i > 0) expect(t).toBeGreaterThanOrEqual(seen[i - 1]!);
    }
  });

  it('the total is the same within a question, unless the work starts over', () => {
    for (const { id, seen } of rows)
      if (id !== 'tied') expect(seen.at(-1)! - ready.at(-1)!).toBeLessThanOrEqual(EVERY);
  });

  it('the axis holds all of it', () => {
    for (const { seen } of rows) expect(seen.at(-1)!).toBeLessThan(SPAN);
  });
});

describe('the picture', () => {
  it.each(rows)('$name: rises by one report at a time, from nothing to all', (each) => {
    const edge = corners(knownPaths(each).edge);
    expect(edge[0]).toEqual([0, box.height]);
    expect(edge.at(-1)![1]).toBe(0);
    expect(edge.at(-1)![0]).toBeCloseTo(across(each.seen.at(-1)!), 1);
    const levels = [...new Set(edge.map(([, y]) => y!))];
    expect(levels).toHaveLength(reports.length + 1);
    expect(levels).toEqual([...levels].sort((a, b) => b - a));
    // The area has the same upper edge and stands on the ground.
    expect(corners(knownPaths(each).fill).slice(0, edge.length)).toEqual(edge);
    expect(knownPaths(each).fill).toMatch(/Z$/);
  });

  it('the work is what a push without delay would show', () => {
    expect(corners(workPath).at(-1)).toEqual([across(ready.at(-1)!), 0]);
  });

  it('what is lost falls to nothing when the connection goes', () => {
    expect(corners(lostPath(row('tied'))!).at(-1)).toEqual([across(DROP.from), box.height]);
    expect(lostPath(row('push'))).toBeNull();
  });
});

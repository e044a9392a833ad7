import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countUntil, frameAt, inputDelay, simulate, uniform } from '../../src/sim/index.ts';
import { settings, times, tokens } from './arbitraries.ts';

const ten = uniform(10, 2, 100);
const bare = { ttft: 10, rate: 100, framing: 1, latency: 3, parse: 1, hz: 100 } as const;

describe('how many times are at or before t', () => {
  const cases = [
    { name: 'none', given: { list: [], t: 5 }, expect: 0 },
    { name: 'before the first', given: { list: [1, 2], t: 0.999 }, expect: 0 },
    { name: 'on the first', given: { list: [1, 2], t: 1 }, expect: 1 },
    { name: 'between', given: { list: [1, 2], t: 1.5 }, expect: 1 },
    { name: 'on several', given: { list: [1, 2, 2, 2, 3], t: 2 }, expect: 4 },
    { name: 'after all', given: { list: [1, 2], t: Infinity }, expect: 2 },
  ];
  it.each(cases)('$name', ({ given: { list, t }, expect: count }) =>
    expect(countUntil(Float64Array.from(list), t)).toBe(count),
  );
  it('counts as a search one by one does', () => {
    fc.assert(
      fc.property(times(), fc.nat(20_000), (list, t) => {
        expect(countUntil(list, t)).toBe(list.filter((each) => each <= t).length);
      }),
    );
  });
});

describe('the state at a moment', () => {
  const trace = simulate(bare, ten);
  const cases = [
    {
      name: 'nothing yet',
      given: 9.999,
      expect: { model: 0, server: 0, dom: 0, chars: 0, done: false },
    },
    {
      name: 'the first token is decoded',
      given: 10,
      expect: { model: 1, server: 0, proxy: 0, browser: 0, dom: 0 },
    },
    {
      name: 'its event is written, and passes',
      given: 11,
      expect: { model: 1, server: 1, proxy: 1, browser: 0 },
    },
    {
      name: 'it is parsed',
      given: 15,
      expect: { model: 1, server: 1, proxy: 1, browser: 1, dom: 0 },
    },
    {
      name: 'it is seen',
      given: 20,
      expect: { model: 2, server: 1, dom: 1, chars: 2, done: false },
    },
    {
      name: 'all is seen',
      given: 110,
      expect: { model: 10, server: 10, dom: 10, chars: 20, done: true },
    },
    { name: 'long after', given: 1e9, expect: { dom: 10, chars: 20, done: true, busy: false } },
  ];
  it.each(cases)('$name', ({ given, expect: frame }) =>
    expect(frameAt(trace, given)).toMatchObject({ t: given, ...frame }),
  );

  it('of nothing, all is done', () =>
    expect(frameAt(simulate({}, uniform(0, 1, 1)), 0)).toMatchObject({
      dom: 0,
      chars: 0,
      done: true,
    }));
});

describe('what the proxy holds', () => {
  const none = { events: 0, bytes: 0, level: 0, size: 0 };
  // Events of 100 bytes, one every 10 ms from 11 ms on; buckets of 250 bytes, the first one of 150.
  const bucket = simulate({ ...bare, proxy: 'bucket', bucket: 250, header: 100 }, ten);
  const cases = [
    {
      name: 'nothing passes through a bucket of no size',
      given: [simulate(bare, ten), 11],
      expect: none,
    },
    {
      name: 'hold: everything until the end',
      given: [simulate({ ...bare, proxy: 'hold' }, ten), 35],
      expect: { ...none, events: 3, bytes: 300 },
    },
    {
      name: 'an empty first bucket, smaller by the headers',
      given: [bucket, 10],
      expect: { ...none, size: 150 },
    },
    {
      name: 'one event in it',
      given: [bucket, 11],
      expect: { events: 1, bytes: 100, level: 100, size: 150 },
    },
    {
      name: 'the second event fills it and runs over',
      given: [bucket, 21],
      expect: { events: 1, bytes: 100, level: 50, size: 250 },
    },
    {
      name: 'two in the second bucket',
      given: [bucket, 31],
      expect: { events: 2, bytes: 200, level: 150, size: 250 },
    },
    {
      name: 'a bucket that is just full has left',
      given: [bucket, 41],
      expect: { ...none, size: 250 },
    },
    {
      name: 'nothing is left after the close',
      given: [bucket, 101],
      expect: { ...none, size: 250 },
    },
  ] as const;
  it.each(cases)('$name', ({ given: [trace, t], expect: held }) =>
    expect(frameAt(trace, t).held).toEqual(held),
  );

  it('counts and bytes agree, and a level is never above its size', () => {
    fc.assert(
      fc.property(settings, tokens, fc.nat(8_000), (part, source, t) => {
        const trace = simulate(part, source);
        const { held, server, proxy } = frameAt(trace, t);
        expect(held.events).toBeGreaterThanOrEqual(0);
        expect(held.bytes > 0).toBe(held.events > 0);
        expect(server - proxy).toBeGreaterThanOrEqual(held.events);
        expect(held.level).toBeLessThanOrEqual(held.size);
        expect(held.level > 0).toBe(held.events > 0 && trace.scenario.proxy === 'bucket');
      }),
    );
  });
});

describe('an input', () => {
  // Ten draws of 30 ms on frames 10 ms apart: busy from 20 to 50 ms, then from 50 on.
  const trace = simulate({ ...bare, cost: 30 }, ten);
  const cases = [
    {
      name: 'waits for nothing before the first draw',
      given: 19,
      expect: { delay: 0, busy: false },
    },
    { name: 'waits for the whole draw at its start', given: 20, expect: { delay: 30, busy: true } },
    { name: 'waits for the rest of it', given: 45, expect: { delay: 5, busy: true } },
    { name: 'meets the next draw as one ends', given: 50, expect: { delay: 30, busy: true } },
    { name: 'waits for nothing at the end', given: 1_000, expect: { delay: 0, busy: false } },
  ];
  it.each(cases)('$name', ({ given, expect: { delay, busy } }) => {
    expect(inputDelay(trace, given)).toBe(delay);
    expect(frameAt(trace, given).busy).toBe(busy);
  });
});

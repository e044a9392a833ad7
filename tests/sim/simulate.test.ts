import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/sim/index.ts';
import {
  draw,
  eventOf,
  hops,
  send,
  simulate,
  tokenTimes,
  tokensOf,
  uniform,
} from '../../src/sim/index.ts';
import { perToken } from '../../src/sim/trace.ts';
import { renders } from './arbitraries.ts';

describe('several pages can be drawn from one wire', () => {
  const wire = send({ jitter: 0.5, proxy: 'bucket', bucket: 500 });

  it.each(renders)('%s: as if it had been simulated whole', (render) => {
    const page = { render, every: 70, cost: 3, charcost: 2, hz: 90 };
    expect(draw(wire, page)).toEqual(simulate({ ...wire.scenario, ...page }));
  });

  it('no page changes the wire', () => {
    const before = structuredClone(wire);
    for (const render of renders) draw(wire, { render, cost: 10 });
    expect(wire).toEqual(before);
  });

  it('without settings it is the page of the scenario', () =>
    expect(draw(wire)).toEqual(simulate(wire.scenario)));

  const cases: { name: string; given: Partial<Scenario>; expect: string }[] = [
    {
      name: 'no frames',
      given: { hz: 0 },
      expect: 'hz: 0 is out of range; allowed: 1–480 frames/s',
    },
    {
      name: 'no ticks',
      given: { every: 0 },
      expect: 'every: 0 is out of range; allowed: 1–1,000 ms',
    },
    {
      name: 'no number',
      given: { cost: NaN },
      expect: 'cost: NaN is not a number; allowed: 0–1,000 ms per draw',
    },
    {
      name: 'no such render',
      given: { render: 'raf' as 'frame' },
      expect:
        'render: raf is not one of its values; allowed: sync, token, token-yield, frame or every',
    },
  ];
  it.each(cases)('$name: the error names field, value and range', ({ given, expect: message }) =>
    expect(() => draw(wire, given)).toThrow(new RangeError(message)),
  );
});

describe('times per token', () => {
  const trace = simulate({ group: 3 }, uniform(7, 1, 100));

  it('the tokens of an event share its times', () => {
    for (const hop of ['server', 'proxy', 'browser'] as const) {
      const each = tokenTimes(trace, hop);
      expect(each).toHaveLength(7);
      for (let i = 0; i < 7; i++) expect(each[i]).toBe(trace[hop][eventOf(trace, i)]);
    }
  });

  it('model and dom are per token already', () => {
    expect(tokenTimes(trace, 'model')).toBe(trace.model);
    expect(tokenTimes(trace, 'dom')).toBe(trace.dom);
  });

  it('every hop has them', () => {
    for (const hop of hops) expect(tokenTimes(simulate({}), hop)).toHaveLength(simulate({}).n);
  });

  it('spread: the last event may be short', () =>
    expect([...perToken(Float64Array.of(1, 2, 3), 5, 2)]).toEqual([1, 1, 2, 2, 3]));
});

it('tokens may be any text', () => {
  const trace = simulate({ response: 'long' }, tokensOf(['Hello', ',', ' 世界'], 'messages'));
  expect(trace.n).toBe(3);
  expect([...trace.chars]).toEqual([5, 6, 9]);
});

it('the default answer is drawn to its end', () => {
  const trace = simulate();
  expect(trace.n).toBe(trace.tokens.text.length);
  expect(trace.shown.at(-1)).toBe(trace.n);
});

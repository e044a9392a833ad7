import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario, Tokens } from '../../src/sim/index.ts';
import { responseTokens, scenario, simulate, uniform } from '../../src/sim/index.ts';
import { pageSettings, proxies, renders, tokens, wireSettings } from './arbitraries.ts';
import { replay } from './replay.ts';

const times = ['model', 'server', 'proxy', 'browser', 'dom', 'paints', 'shown', 'busy'] as const;

function expectSameTimes(part: Partial<Scenario>, source: Tokens): void {
  const closed = simulate(part, source);
  const replayed = replay(scenario(part), source);
  for (const name of times) {
    expect([...closed[name]], `${name} of ${JSON.stringify(part)}`).toEqual(replayed[name]);
  }
}

describe('the closed form gives the times of an event-by-event replay', () => {
  for (const proxy of proxies) {
    for (const render of renders) {
      it(`${proxy}, ${render}`, () => {
        fc.assert(
          fc.property(wireSettings, pageSettings, tokens, (wire, page, source) =>
            expectSameTimes({ ...wire, ...page, proxy, render }, source),
          ),
        );
      });
    }
  }

  const cases: { name: string; given: Partial<Scenario>; tokens?: Tokens }[] = [
    { name: 'the defaults', given: {} },
    { name: 'nothing at all', given: {}, tokens: uniform(0, 1, 1) },
    {
      name: 'nothing takes any time',
      given: { ttft: 0, framing: 0, latency: 0, parse: 0, rate: 2_000 },
    },
    {
      name: 'a cost of a third of a microsecond',
      given: { render: 'token', cost: 0.0003333, rate: 2_000 },
    },
    { name: 'a latency between two microseconds', given: { latency: 0.00037, parse: 0 } },
    { name: 'half a microsecond in two parts', given: { latency: 0.0003, parse: 0.0003 } },
    { name: 'framing that rounds away', given: { framing: 0.0004, group: 7 } },
    { name: 'a busy reading loop', given: { render: 'token', cost: 25 } },
    { name: 'a page that gets slower', given: { render: 'token-yield', cost: 5, charcost: 37 } },
    { name: 'a bucket of one byte', given: { proxy: 'bucket', bucket: 1, header: 1_000 } },
    {
      name: 'a bucket that fills exactly',
      given: { proxy: 'bucket', bucket: 240, header: 120 },
      tokens: uniform(21, 4, 120),
    },
  ];
  it.each(cases)('$name', ({ given, tokens: source }) =>
    expectSameTimes(given, source ?? responseTokens('chat', 'messages')),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberField, Scenario } from '../../src/sim/index.ts';
import {
  formatScenario,
  parseScenario,
  scenario,
  scenarioFields,
  simulate,
} from '../../src/sim/index.ts';
import { anyScenario } from './arbitraries.ts';

describe('the settings are those of the description', () => {
  const numbers: {
    name: keyof Scenario;
    expect: [def: number | null, min: number, max: number, unit: string];
  }[] = [
    { name: 'tokens', expect: [null, 1, 5_000, ''] },
    { name: 'seed', expect: [1, 0, 4_294_967_295, ''] },
    { name: 'ttft', expect: [400, 0, 60_000, 'ms'] },
    { name: 'rate', expect: [60, 1, 2_000, 'tokens/s'] },
    { name: 'jitter', expect: [0, 0, 2, ''] },
    { name: 'reasoning', expect: [0, 0, 20_000, 'tokens'] },
    { name: 'stall', expect: [0, 0, 50, 'per 100 tokens'] },
    { name: 'stallms', expect: [0, 0, 10_000, 'ms'] },
    { name: 'group', expect: [1, 1, 64, 'tokens per event'] },
    { name: 'framing', expect: [0.2, 0, 100, 'ms per event'] },
    { name: 'bucket', expect: [4_096, 1, 1_048_576, 'bytes'] },
    { name: 'header', expect: [165, 0, 65_536, 'bytes'] },
    { name: 'latency', expect: [20, 0, 5_000, 'ms'] },
    { name: 'parse', expect: [0.1, 0, 100, 'ms per event'] },
    { name: 'every', expect: [50, 1, 1_000, 'ms'] },
    { name: 'cost', expect: [0, 0, 1_000, 'ms per draw'] },
    { name: 'charcost', expect: [0, 0, 1_000, 'µs per character'] },
    { name: 'hz', expect: [60, 1, 480, 'frames/s'] },
    { name: 'weight', expect: [10, 0, 100, ''] },
  ];
  it.each(numbers)('$name', ({ name, expect: [def, min, max, unit] }) =>
    expect(scenarioFields[name]).toMatchObject({ kind: 'number', default: def, min, max, unit }),
  );

  const choices: { name: keyof Scenario; expect: { default: string; values: string[] } }[] = [
    { name: 'proxy', expect: { default: 'pass', values: ['pass', 'bucket', 'hold'] } },
    {
      name: 'render',
      expect: { default: 'frame', values: ['sync', 'token', 'token-yield', 'frame', 'every'] },
    },
  ];
  it.each(choices)('$name', ({ name, expect: { default: def, values } }) => {
    expect(scenarioFields[name].default).toBe(def);
    expect([...(scenarioFields[name] as { values: readonly string[] }).values].sort()).toEqual(
      values.sort(),
    );
  });

  it('response', () => expect(scenarioFields.response.default).toBe('chat'));

  it('whole numbers where a part of one means nothing', () =>
    expect(
      Object.entries(scenarioFields).flatMap(([name, field]) =>
        (field as NumberField).integer ? name : [],
      ),
    ).toEqual(['tokens', 'seed', 'reasoning', 'group', 'bucket', 'header']));

  it('every setting has a default that it allows', () => {
    expect(parseScenario({ ...scenario() })).toEqual({ scenario: scenario(), problems: [] });
  });
});

describe('parts of a scenario', () => {
  it('are completed by the defaults', () =>
    expect(scenario({ rate: 120 })).toEqual({ ...parseScenario({}).scenario, rate: 120 }));

  it('or by another scenario', () =>
    expect(scenario({ rate: 120 }, scenario({ hz: 30 }))).toMatchObject({
      rate: 120,
      hz: 30,
      ttft: 400,
    }));

  it('are copied: changing the result changes nobody else’s', () => {
    scenario().rate = 7;
    expect(scenario().rate).toBe(60);
  });

  const cases: { name: string; given: unknown; expect: string }[] = [
    {
      name: 'out of range',
      given: { rate: 0 },
      expect: 'rate: 0 is out of range; allowed: 1–2,000 tokens/s',
    },
    {
      name: 'not a number',
      given: { hz: NaN },
      expect: 'hz: NaN is not a number; allowed: 1–480 frames/s',
    },
    {
      name: 'undefined',
      given: { ttft: undefined },
      expect: 'ttft: undefined is not a number; allowed: 0–60,000 ms',
    },
    {
      name: 'not whole',
      given: { group: 1.5 },
      expect: 'group: 1.5 is not a whole number; allowed: a whole number, 1–64 tokens per event',
    },
    {
      name: 'not a choice',
      given: { proxy: 'nginx' },
      expect: 'proxy: nginx is not one of its values; allowed: pass, bucket or hold',
    },
    {
      name: 'not all',
      given: { tokens: 0 },
      expect: 'tokens: 0 is out of range; allowed: a whole number, 1–5,000 or “all”',
    },
  ];
  it.each(cases)('$name: the error names field, value and range', ({ given, expect: message }) => {
    expect(() => scenario(given as Partial<Scenario>)).toThrow(new RangeError(message));
    expect(() => simulate(given as Partial<Scenario>)).toThrow(new RangeError(message));
  });
});

describe('in the URL', () => {
  it('the defaults write nothing', () => expect(formatScenario(scenario())).toEqual({}));

  it('only what differs is written', () =>
    expect(formatScenario(scenario({ rate: 120, tokens: 5, render: 'token' }))).toEqual({
      rate: '120',
      tokens: '5',
      render: 'token',
    }));

  it('any scenario comes back as it was', () => {
    fc.assert(
      fc.property(anyScenario, (s) => {
        expect(parseScenario(formatScenario(s))).toEqual({ scenario: s, problems: [] });
        expect(parseScenario({ ...s })).toEqual({ scenario: s, problems: [] });
        expect(parseScenario(JSON.parse(JSON.stringify(s)) as Record<string, unknown>)).toEqual({
          scenario: s,
          problems: [],
        });
      }),
    );
  });

  it('any query string gives a scenario that can be simulated', () => {
    const query = fc.dictionary(
      fc.constantFrom(...Object.keys(scenarioFields)),
      fc.oneof(
        fc.string(),
        fc.integer().map(String),
        fc.double().map(String),
        fc.constantFrom('bucket', 'token', 'all'),
      ),
    );
    fc.assert(
      fc.property(query, (given) => {
        const { scenario: s } = parseScenario(given);
        expect(simulate({ ...s, tokens: 3 }).dom).toHaveLength(3);
      }),
      { numRuns: 300 },
    );
  });
});

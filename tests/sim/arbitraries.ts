import fc from 'fast-check';
import { vi } from 'vitest';
import type { Dialect, Field, Proxy, Render, Scenario, Tokens } from '../../src/sim/index.ts';
import { scenarioFields, tokensOf } from '../../src/sim/index.ts';

/** One seed for all properties, so that a run can be repeated. Change it now and then to look elsewhere. */
fc.configureGlobal({ seed: 20_261_122, numRuns: 1_000 });

// A thousand runs under coverage on a busy machine take their time, and that is no failure.
vi.setConfig({ testTimeout: 120_000 });

export const renders = scenarioFields.render.values as readonly Render[];
export const proxies = scenarioFields.proxy.values as readonly Proxy[];
export const dialects = scenarioFields.dialect.values as readonly Dialect[];

/** A time of whole microseconds up to `max` ms, in ms; often 0 or a round number, where things coincide. */
export const ms = (max: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.constant(0),
    fc.integer({ min: 0, max: Math.floor(max / 5) }).map((fives) => fives * 5),
    fc.integer({ min: 0, max }),
    fc.integer({ min: 0, max: max * 1000 }).map((us) => us / 1000),
  );

/** The settings of the hops before the page, small enough that a run takes no time. */
export const wireSettings = fc.record({
  seed: fc.integer({ min: 0, max: 4_294_967_295 }),
  ttft: ms(1_500),
  rate: fc.oneof(
    fc.constantFrom(20, 50, 100, 200, 1_000),
    fc.integer({ min: 10, max: 2_000 }),
    fc.double({ min: 10, max: 500, noNaN: true }),
  ),
  jitter: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 2, noNaN: true })),
  reasoning: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 })),
  stall: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 })),
  stallms: fc.oneof(fc.constant(0), ms(400)),
  group: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 9 })),
  framing: ms(30),
  proxy: fc.constantFrom(...proxies),
  bucket: fc.integer({ min: 1, max: 1_500 }),
  header: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 600 })),
  latency: ms(200),
  parse: ms(20),
});

/** The settings of the page. */
export const pageSettings = fc.record({
  render: fc.constantFrom(...renders),
  every: fc.oneof(
    fc.integer({ min: 1, max: 200 }),
    fc.integer({ min: 1_000, max: 200_000 }).map((us) => us / 1000),
  ),
  cost: ms(60),
  charcost: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 500 })),
  hz: fc.oneof(fc.constantFrom(50, 60, 100, 120), fc.integer({ min: 5, max: 480 })),
});

/** What a scenario says about time, wire and page together. */
export const settings: fc.Arbitrary<Partial<Scenario>> = fc
  .tuple(wireSettings, pageSettings)
  .map(([wire, page]) => ({ ...wire, ...page }));

/** Pieces of text as tokens: any grapheme, nothing at all, quotes and line ends among them. */
export const pieces = (max = 40): fc.Arbitrary<string[]> =>
  fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.constantFrom(
        '',
        ' the',
        '\n\n',
        '"',
        '\\',
        '\u2028',
        'é',
        '食',
        '🫠',
        '👨‍👩‍👧‍👦',
        '\r',
        '\u0000',
      ),
    ),
    { minLength: 1, maxLength: max, size: 'max' },
  );

/** Tokens with real event sizes, or with sizes of any kind. */
export const tokens: fc.Arbitrary<Tokens> = fc.oneof(
  fc
    .tuple(pieces(), fc.constantFrom(...dialects))
    .map(([text, dialect]) => tokensOf(text, dialect)),
  fc
    .record({
      sizes: fc.array(fc.tuple(fc.nat(12), fc.nat(60)), {
        minLength: 1,
        maxLength: 60,
        size: 'max',
      }),
      envelope: fc.integer({ min: 1, max: 200 }),
      opening: fc.oneof(fc.constant(0), fc.nat(300)),
    })
    .map(({ sizes, envelope, opening }) => ({
      text: sizes.map(([chars]) => 'x'.repeat(chars)),
      chars: Float64Array.from(sizes, ([chars]) => chars),
      payload: Float64Array.from(sizes, ([, bytes]) => bytes),
      envelope,
      opening,
    })),
);

/** Ascending times of whole microseconds, in ms: arrivals, or paints. */
export const times = (max = 40, gap = 600): fc.Arbitrary<Float64Array> =>
  fc.array(ms(gap), { minLength: 1, maxLength: max, size: 'max' }).map((gaps) => {
    let us = 0;
    return Float64Array.from(gaps, (each) => (us += Math.round(each * 1000)) / 1000);
  });

/** Any valid value of a field: its default, an edge, or anywhere in its range. */
function valueOf(field: Field): fc.Arbitrary<unknown> {
  if (field.kind === 'enum') return fc.constantFrom(...field.values);
  const { min, max } = field;
  const inside = field.integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
  // −0 is 0 to every reader and to every formula, but not to a deep comparison.
  return fc.oneof(
    fc.constantFrom(field.default, min, max),
    inside.map((x) => x + 0),
  );
}

/** A whole valid scenario. */
export const anyScenario = fc.record(
  Object.fromEntries(
    Object.entries<Field>(scenarioFields).map(([name, field]) => [name, valueOf(field)]),
  ),
) as fc.Arbitrary<unknown> as fc.Arbitrary<Scenario>;

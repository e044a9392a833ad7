import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Configuration } from '../../src/components/embed/configuration.svelte.ts';
import { configurator } from '../../src/components/embed/settings.ts';
import { figures } from '../../src/components/figures/registry.ts';
import { toQuery } from '../../src/components/figures/shared/settings.ts';
import { snippetsFor } from '../../src/embed/snippets.ts';
import { valuesOf } from '../figures/arbitraries.ts';

const origin = 'https://feels-fast.example';
const hashes = { 'embed.js': 'sha384-loader', 'ff-token-flow.js': 'sha384-flow' };

function read(search: string): Configuration {
  const configuration = new Configuration();
  configuration.read(search);
  return configuration;
}

test.each([
  { name: 'nothing', given: '', then: '' },
  { name: 'the defaults', given: 'figure=token-flow&theme=auto&rate=60', then: '' },
  { name: 'a preset', given: 'preset=slow-parse', then: 'preset=slow-parse' },
  { name: 'a preset in words', given: 'parse=30&follow=90', then: 'preset=slow-parse' },
  { name: 'a preset that is the defaults', given: 'preset=all-clear', then: '' },
  {
    name: 'a preset, and more',
    given: 'rate=90&preset=slow-parse',
    then: 'preset=slow-parse&rate=90',
  },
  {
    name: 'a preset half taken back',
    given: 'preset=slow-parse&follow=12',
    then: 'parse=30',
  },
  {
    name: 'all of the configurator’s own',
    given: 'figure=latency-simulator&platform=url&theme=dark&width=480&release=pinned',
    then: 'figure=latency-simulator&platform=url&theme=dark&width=480&release=pinned',
  },
  { name: 'what it does not know', given: 'onload=1&__proto__=x&figure', then: '' },
])('reads $name', ({ given, then }) => {
  expect(read(given).search).toBe(then);
});

test('whatever is set up comes back from its address', () => {
  const set = fc
    .constantFrom(...figures)
    .chain((figure) =>
      fc.tuple(fc.constant(figure), valuesOf(figure.settings), valuesOf(configurator.settings)),
    );
  fc.assert(
    fc.property(set, ([figure, values, own]) => {
      const query = [
        toQuery(configurator.settings, { ...own, figure: figure.id }),
        toQuery(figure.settings, values),
      ].join('&');
      const one = read(query);
      const two = read(one.search);
      expect(one.problems).toEqual([]);
      expect(two.figure.values).toEqual(values);
      expect(two.own.values).toEqual({ ...own, figure: figure.id });
      expect(two.search).toBe(one.search);
    }),
    { numRuns: 300, seed: 1 },
  );
});

test('no address makes it throw, or leaves it without snippets', () => {
  const names = [
    ...Object.keys(configurator.settings),
    'preset',
    ...figures.flatMap(({ settings }) => Object.keys(settings)),
  ];
  const word = fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom('', '__proto__'));
  const pair = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string()), word);
  fc.assert(
    fc.property(fc.array(pair), (pairs) => {
      const configuration = read(new URLSearchParams(pairs).toString());
      const all = snippetsFor(configuration.spec(origin, 500, hashes));
      expect(all.map(({ platform }) => platform)).toContain(configuration.own.values.platform);
      expect(read(configuration.search).problems).toEqual([]);
    }),
    { numRuns: 300, seed: 1 },
  );
});

describe('problems', () => {
  test.each([
    { given: 'figure=nothing', message: 'figure: “nothing” is not one of its values' },
    { given: 'preset=slow', message: 'preset: “slow” is not one of its values' },
    { given: 'rate=fast', message: 'rate: “fast” is not a number' },
    { given: 'width=10', message: 'width: “10” is out of range' },
  ])('$given is named', ({ given, message }) => {
    const { problems } = read(given);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message.startsWith(message)).toBe(true);
  });

  test('of a preset, they go with the next one', () => {
    const configuration = read('preset=slow');
    configuration.choose({ rate: '90' });
    expect(configuration.problems).toEqual([]);
    expect(configuration.search).toBe('rate=90');
  });
});

test('another figure leaves this one as it was', () => {
  const configuration = read('rate=90');
  configuration.own.set({ figure: 'latency-simulator' });
  expect(configuration.search).toBe('figure=latency-simulator');
  configuration.own.set({ figure: 'token-flow' });
  expect(configuration.search).toBe('rate=90');
});

test('the hashes of the figure’s own module and of the loader count where it is pinned', () => {
  const spec = read('release=pinned&theme=dark').spec(origin, 500, hashes);
  expect(spec).toMatchObject({
    origin,
    height: 500,
    theme: 'dark',
    pinned: true,
    integrity: 'sha384-flow',
    loaderIntegrity: 'sha384-loader',
  });
});

import { describe, expect, it } from 'vitest';
import { checkStart } from '../../src/components/figures/authoring.ts';
import { figureOn } from '../../src/components/prose/figuresOn.ts';

describe('what an author gives a figure is checked while the site is built', () => {
  it.each(['', 'cost=25&render=frame', 't=1200'])('“%s” is fine', (query) =>
    expect(() => checkStart('<Set>', 'latency-simulator', query)).not.toThrow(),
  );

  it.each([
    { query: 'rat=120', expected: '<Set>: rat: no such setting. Did you mean "rate"?' },
    { query: 'rate=fast', expected: '<Set>: rate: “fast” is not a number' },
    { query: 'rate=0&proxxy=pass', expected: 'proxxy: no such setting' },
  ])('“$query” is not: $expected', ({ query, expected }) =>
    expect(() => checkStart('<Set>', 'latency-simulator', query)).toThrow(expected),
  );

  it('a figure that does not exist is named, with those that do', () =>
    expect(() => checkStart('<Figure>', 'latency-simulater', '')).toThrow(
      'There is no figure “latency-simulater”. There are: token-flow, latency-simulator, transport-chooser',
    ));
});

describe('the figure that a number in the prose speaks of', () => {
  const body = `Text <Figure of="latency-simulator" id="first-look" />
    <Figure id="slow-page" of="latency-simulator" with="cost=25" />`;

  it.each(['first-look', 'slow-page'])('%s is found by its id', (id) =>
    expect(figureOn(body, id, '<Set>')).toBe('latency-simulator'),
  );

  it('one that is not there is named, with a guess and the ids there are', () =>
    expect(() => figureOn(body, 'slow-pgae', '<Set>')).toThrow(
      '<Set>: there is no figure “slow-pgae” on this page. Did you mean "slow-page"? There are: first-look, slow-page.',
    ));
});

import { describe, expect, it, vi } from 'vitest';
import { startingText } from '../../src/components/figures/authoring.ts';
import { latencySimulator } from '../../src/components/figures/latency-simulator/settings.ts';
import { FigureState } from '../../src/components/figures/shared/figure.svelte.ts';
import { fetchText } from '../../src/components/figures/shared/texts.ts';
import type { Problem } from '../../src/sim/index.ts';
import { lateText } from '../../src/sim/texts/late.ts';
import { others } from '../../src/sim/texts/others.ts';

const lacking = { field: 'response', message: 'did not come' } as Problem;

/** A figure on a page that has the first text alone. `arrive` brings the others, or says why not. */
function figure() {
  const { promise, resolve } = Promise.withResolvers<Problem | undefined>();
  const state = new FigureState(latencySimulator, '', ({ response }) =>
    response === 'chat' ? undefined : promise,
  );
  const arrive = async (problem?: Problem) => {
    resolve(problem);
    await promise;
  };
  return { state, arrive };
}
type Figure = ReturnType<typeof figure>['state'];

describe('settings whose text has yet to come', () => {
  const then = vi.fn();
  const drawn = (state: Figure) => state.query(state.values['t'] as number | null);

  it.each([
    {
      name: 'one setting',
      given: (state: Figure) => state.set({ response: 'long' }),
      expect: { query: 'response=long', moves: 0 },
    },
    {
      name: 'with another that is set meanwhile',
      given: (state: Figure) => {
        state.set({ response: 'long' });
        state.set({ rate: 120 });
      },
      expect: { query: 'response=long&rate=120', moves: 0 },
    },
    {
      name: 'an address',
      given: (state: Figure) => state.load('response=long&t=2000', then),
      expect: { query: 'response=long&t=2000', moves: 1 },
    },
    {
      name: 'a preset',
      given: (state: Figure) => state.preset({ response: 'long' }, then),
      expect: { query: 'response=long', moves: 1 },
    },
  ])('$name: asked for at once, drawn when it is there', async ({ given, expect: wanted }) => {
    then.mockClear();
    const { state, arrive } = figure();
    given(state);
    expect(state.wanted['response']).toBe('long');
    expect(drawn(state)).toBe('');
    expect(then).not.toHaveBeenCalled();
    await arrive();
    expect(drawn(state)).toBe(wanted.query);
    expect(state.wanted).toBe(state.values);
    expect(then).toHaveBeenCalledTimes(wanted.moves);
  });

  it('leave the former picture if it does not come, and say so until another choice', async () => {
    then.mockClear();
    const { state, arrive } = figure();
    state.set({ rate: 120 });
    state.load('response=long', then);
    await arrive(lacking);
    expect(drawn(state)).toBe('rate=120');
    expect(state.wanted).toBe(state.values);
    expect(state.problems).toEqual([lacking]);
    expect(then).not.toHaveBeenCalled();
    state.set({ response: 'chat' });
    expect(state.problems).toEqual([]);
  });

  it.each([undefined, lacking])('give way to a later choice, whatever comes', async (problem) => {
    const { state, arrive } = figure();
    state.set({ response: 'long' });
    state.preset({ rate: '120' });
    expect(drawn(state)).toBe('rate=120');
    await arrive(problem);
    expect(drawn(state)).toBe('rate=120');
    expect(state.problems).toEqual([]);
  });
});

describe('a page brings the text that its figure starts with', () => {
  it.each([
    { name: 'not the first', of: 'latency-simulator', given: 'rate=120', expect: undefined },
    { name: 'another', of: 'token-flow', given: 'response=code', expect: { code: others.code } },
    { name: 'none where none is sent', of: 'transport-chooser', given: '', expect: undefined },
  ])('$name', ({ of, given, expect: texts }) => expect(startingText(of, given)).toEqual(texts));
});

describe('what the site fetches', () => {
  it.each([{ response: 'chat' }, { finer: 'on' }])('is nothing for %o', (values) =>
    expect(fetchText(values)).toBeUndefined(),
  );

  it('is there from then on', async () => {
    const values = { response: 'long' };
    expect(lateText('long')).toBeUndefined();
    expect(await fetchText(values)).toBeUndefined();
    expect(lateText('long')).toEqual(others.long);
    expect(fetchText(values)).toBeUndefined();
  });
});

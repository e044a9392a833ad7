import { describe, expect, it } from 'vitest';
import { givingWay, LONGEST_BATCH } from '../../src/run/giveWay.ts';

describe('between two draws of a batch, the browser gets a turn', () => {
  const cases: { name: string; given: { busyFor: number; pressed: boolean }; expect: number }[] = [
    { name: 'not without reason', given: { busyFor: 100, pressed: false }, expect: 0 },
    { name: 'if somebody presses something', given: { busyFor: 100, pressed: true }, expect: 1 },
    {
      name: 'if the batch is long, in a browser that tells nothing',
      given: { busyFor: LONGEST_BATCH, pressed: false },
      expect: 1,
    },
  ];
  it.each(cases)('$name', async ({ given: { busyFor, pressed }, expect: turns }) => {
    let posted = 0;
    const between = givingWay({
      post: (then) => (posted++, then()),
      inputPending: () => pressed,
      signal: new AbortController().signal,
    });
    await between(busyFor);
    expect(posted).toBe(turns);
  });

  it('and what is stopped in it goes no further', async () => {
    const stop = new AbortController();
    const between = givingWay({
      post: (then) => (stop.abort(new Error('stopped')), then()),
      inputPending: () => true,
      signal: stop.signal,
    });
    await expect(between(0)).rejects.toThrow('stopped');
    expect(() => between(0)).toThrow('stopped');
  });
});

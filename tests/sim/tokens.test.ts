import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResponseId } from '../../src/sim/index.ts';
import {
  responseTokens,
  scenarioFields,
  send,
  simulate,
  tokensOf,
  uniform,
} from '../../src/sim/index.ts';
import { textOf } from '../../src/sim/texts/index.ts';
import { dialects, pieces } from './arbitraries.ts';

describe('the tokens of a prepared text', () => {
  it.each(scenarioFields.response.values as readonly ResponseId[])(
    '%s: add up to the text and its characters',
    (id) => {
      for (const dialect of dialects) {
        const { text, chars } = responseTokens(id, dialect);
        expect(text.join('')).toBe(textOf(id).text);
        expect(chars.reduce((sum, each) => sum + each, 0)).toBe(Array.from(textOf(id).text).length);
        expect(chars).toHaveLength(text.length);
      }
    },
  );

  it('are cut once', () =>
    expect(responseTokens('chat', 'messages')).toBe(responseTokens('chat', 'messages')));

  it('are no larger on the wire for another dialect, but their events are', () => {
    const [one, other] = dialects.map((dialect) => responseTokens('chat', dialect));
    expect(one!.payload).toEqual(other!.payload);
    expect(one!.envelope).not.toBe(other!.envelope);
  });
});

describe('sizes', () => {
  const cases = [
    { name: 'ASCII', given: 'the', expect: { chars: 3, payload: 3 } },
    { name: 'nothing', given: '', expect: { chars: 0, payload: 0 } },
    { name: 'escaped in JSON', given: '"\\\n', expect: { chars: 3, payload: 6 } },
    { name: 'a control character', given: '\u0001', expect: { chars: 1, payload: 6 } },
    { name: 'an emoji of one code point', given: '🫠', expect: { chars: 1, payload: 4 } },
    { name: 'an emoji of seven', given: '👨‍👩‍👧‍👦', expect: { chars: 7, payload: 25 } },
  ];
  it.each(cases)('$name', ({ given, expect: { chars, payload } }) => {
    const tokens = tokensOf([given], 'messages');
    expect([...tokens.chars]).toEqual([chars]);
    expect([...tokens.payload]).toEqual([payload]);
  });

  it('characters of the answer so far: counted in code points', () => {
    fc.assert(
      fc.property(pieces(), (text) => {
        const { chars } = send({}, tokensOf(text, 'messages'));
        expect([...chars]).toEqual(text.map((_, i) => [...text.slice(0, i + 1).join('')].length));
      }),
    );
  });
});

describe('uniform tokens', () => {
  it.each([
    [-1, 4, 120, 'count: -1 is not'],
    [3, 0.5, 120, 'chars: 0.5 is not'],
    [3, 4, NaN, 'bytes: NaN is not'],
  ])('%s, %s, %s is refused by name', (count, chars, bytes, message) =>
    expect(() => uniform(count, chars, bytes)).toThrow(new RegExp(message)),
  );

  it('have the size they are given', () => {
    const wire = send({}, uniform(3, 4, 120));
    expect([...wire.ends]).toEqual([120, 240, 360]);
    expect([...wire.chars]).toEqual([4, 8, 12]);
    expect(wire.tokens.text).toEqual(['xxxx', 'xxxx', 'xxxx']);
  });
  it('an event has its bytes, whatever it carries', () =>
    expect([...send({ group: 2 }, uniform(3, 4, 120)).ends]).toEqual([120, 240]));
});

describe('the first n of them', () => {
  const cases = [
    { name: 'some', given: 7, expect: 7 },
    { name: 'all', given: null, expect: 20 },
    { name: 'more than there are', given: 5_000, expect: 20 },
  ];
  it.each(cases)('$name', ({ given, expect: n }) => {
    const trace = simulate({ tokens: given, group: 3 }, uniform(20, 1, 100));
    expect(trace.n).toBe(n);
    expect(trace.model).toHaveLength(n);
    expect(trace.server).toHaveLength(Math.ceil(n / 3));
    expect(trace.dom).toHaveLength(n);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { didYouMean, typingErrors, lineAt, nearest } from '../../src/text.ts';

describe('typingErrors', () => {
  it.each([
    { a: '', b: '', expected: 0 },
    { a: 'abc', b: '', expected: 3 },
    { a: 'bufering', b: 'buffering', expected: 1 },
    { a: 'kitten', b: 'sitting', expected: 3 },
    { a: 'veery', b: 'every', expected: 1 },
    { a: 'rtae', b: 'rate', expected: 1 },
  ])('$a → $b is $expected', ({ a, b, expected }) => expect(typingErrors(a, b)).toBe(expected));

  it('is 0 only to itself, the same both ways, and no more than the longer word', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(typingErrors(a, b) === 0).toBe(a === b);
        expect(typingErrors(a, b)).toBe(typingErrors(b, a));
        expect(typingErrors(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('nearest', () => {
  const ids = ['nginx-proxy', 'nginx-pipe', 'andes'];

  it.each([
    { given: 'nginx-prxoy', expected: 'nginx-proxy' },
    { given: 'nginx-pip', expected: 'nginx-pipe' },
    { given: 'ANDES', expected: 'andes' },
    { given: 'andes', expected: 'andes' },
    { given: 'cloudflare', expected: null },
  ])('$given: $expected', ({ given, expected }) => expect(nearest(given, ids)).toBe(expected));

  it('has nothing to offer among nothing', () => expect(nearest('andes', [])).toBeNull());
});

it('didYouMean is a sentence or nothing', () => {
  expect(didYouMean('anddes', ['andes'])).toBe(' Did you mean "andes"?');
  expect(didYouMean('quite else', ['andes'])).toBe('');
});

it('lineAt counts from 1', () => {
  expect([0, 1, 2, 4].map((index) => lineAt('a\nb\n\nc', index))).toEqual([1, 1, 2, 3]);
});

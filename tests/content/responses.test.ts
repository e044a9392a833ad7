import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isUpToDate, tokenLengths } from '../../scripts/tokenise.ts';
import { scenarioFields } from '../../src/sim/index.ts';
import { encoding, first } from '../../src/sim/texts/first.ts';
import { others } from '../../src/sim/texts/others.ts';
import { cut } from '../../src/sim/tokens.ts';

const responses = { ...first, ...others };
type ResponseId = keyof typeof responses;

describe('the generated modules', () => {
  it('are what the texts give today (if not: npm run tokenise)', () =>
    expect(isUpToDate()).toBe(true));

  it('say which encoding cut it', () => expect(encoding).toBe('o200k_base'));

  it('list the responses that a scenario may have, in the order of their front matter', () =>
    expect(Object.keys(responses)).toEqual(scenarioFields.response.values));
});

describe('every response', () => {
  const sizes: Record<ResponseId, { min: number; max: number }> = {
    chat: { min: 290, max: 310 },
    long: { min: 1_150, max: 1_250 },
    reasoning: { min: 290, max: 310 },
    label: { min: 1, max: 2 },
    extract: { min: 120, max: 180 },
    code: { min: 250, max: 400 },
    japanese: { min: 150, max: 250 },
  };

  for (const [id, { min, max }] of Object.entries(sizes)) {
    const { text, cuts } = responses[id as ResponseId];

    it(`${id} has ${min} to ${max} tokens`, () => {
      expect(cuts.length).toBeGreaterThanOrEqual(min);
      expect(cuts.length).toBeLessThanOrEqual(max);
    });

    it(`${id}: the tokens add up to the text, and none of them leaves half a character`, () => {
      expect(cut(text, cuts).join('')).toBe(text);
      expect(cut(text, cuts).every((piece) => piece.isWellFormed())).toBe(true);
    });

    it(`${id}: a token is as long as it was when it was cut`, () =>
      expect(cut(text, cuts)).toEqual(cut(text, tokenLengths(text))));
  }

  it('extract is JSON, and its total is right', () => {
    const order = JSON.parse(responses.extract.text) as {
      items: { quantity: number; unit_price_eur: number }[];
      total_eur: number;
    };
    const total = order.items.reduce((sum, item) => sum + item.quantity * item.unit_price_eur, 0);
    expect(order.total_eur).toBe(total);
  });

  it('code works as it says: tries again, and gives up with the last error', async () => {
    const source = /```ts\n(.*?)\n```/s.exec(responses.code.text)?.[1] ?? '';
    const script = ts.transpile(source, {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2022,
    });
    const { retry } = (await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(script)}`
    )) as {
      retry(call: () => Promise<unknown>, options: object): Promise<unknown>;
    };

    let calls = 0;
    const failsTwice = () =>
      ++calls > 2 ? Promise.resolve('done') : Promise.reject(new Error(`failure ${calls}`));
    expect(await retry(failsTwice, { firstDelayMs: 0 })).toBe('done');
    expect(calls).toBe(3);

    calls = 0;
    await expect(retry(failsTwice, { attempts: 2, firstDelayMs: 0 })).rejects.toThrow('failure 2');

    calls = 0;
    await expect(retry(failsTwice, { isTransient: () => false })).rejects.toThrow('failure 1');
  });

  it('japanese holds characters that tokens cut through', () => {
    for (const character of ['食', '👍', '🫠', '👨‍👩‍👧‍👦'])
      expect(responses.japanese.text).toContain(character);
    expect(responses.japanese.cuts).toContain('002');
  });
});

describe('tokenLengths', () => {
  // The token counts were measured with another implementation of o200k_base, js-tiktoken 1.0.21.
  const cases = [
    { name: 'nothing', given: '', expect: '' },
    { name: 'a word', given: 'billing', expect: '7' },
    { name: 'a kanji that is one token', given: '食', expect: '1' },
    { name: 'a rarer kanji in two tokens', given: '鬱', expect: '01' },
    { name: 'an emoji that is one token', given: '👍', expect: '2' },
    { name: 'an emoji in three tokens, F0 9F | AB | A0', given: '🫠', expect: '002' },
  ];
  for (const { name, given, expect: lengths } of cases)
    it(name, () => expect(tokenLengths(given)).toBe(lengths));

  it.each([
    { given: '日本語', tokens: 2 },
    { given: '🇯🇵', tokens: 4 },
    { given: '🧑🏽‍🚀', tokens: 8 },
    { given: '👨‍👩‍👧‍👦', tokens: 11 },
  ])('$given is $tokens tokens', ({ given, tokens }) =>
    expect(tokenLengths(given)).toHaveLength(tokens),
  );

  it('keeps a leading U+FEFF, which a decoder drops unless told not to', () =>
    expect(cut('\uFEFFa', tokenLengths('\uFEFFa')).join('')).toBe('\uFEFFa'));

  it('adds up to any text, and never ends inside a code point', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        const parts = cut(text, tokenLengths(text));
        return parts.join('') === text && parts.every((part) => part.isWellFormed());
      }),
    );
  });

  it('refuses a token that one digit cannot hold, and says which', () =>
    expect(() => tokenLengths(`a${' '.repeat(60)}b`)).toThrow(
      /one token of 59 UTF-16 units.*at most 35/,
    ));
});

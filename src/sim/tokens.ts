import type { Dialect, ResponseId } from './scenario.ts';
import { encoders, utf8Length } from './sse.ts';
import { textOf, usual } from './texts/index.ts';

/**
 * The answer's tokens as the pipeline needs them: text for the eye, characters for the page's work, bytes for the
 * wire. An event of tokens i…j has `envelope + Σ payload` bytes; `opening` bytes precede the first.
 */
export interface Tokens {
  /** What each token adds to the text. Empty where a token ends inside a code point (the next one completes it). */
  text: readonly string[];
  /** Code points each token adds. */
  chars: Float64Array;
  payload: Float64Array;
  envelope: number;
  opening: number;
}

/**
 * `count` equal tokens of `chars` characters, every event of `bytes` bytes whatever it carries: for tests.
 * @throws RangeError that names the argument and the value
 */
export function uniform(count: number, chars: number, bytes: number): Tokens {
  for (const [name, value] of Object.entries({ count, chars, bytes }))
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`${name}: ${value} is not a whole number from 0`);
  return {
    text: Array.from({ length: count }, () => 'x'.repeat(chars)),
    chars: new Float64Array(count).fill(chars),
    payload: new Float64Array(count),
    envelope: bytes,
    opening: 0,
  };
}

/** Any pieces of text as tokens, with the sizes that the dialect's real encoding gives them. */
export function tokensOf(text: readonly string[], dialect: Dialect): Tokens {
  const encoder = encoders[dialect];
  return {
    text,
    chars: Float64Array.from(text, (piece) => [...piece].length),
    payload: Float64Array.from(text, (piece) => utf8Length(JSON.stringify(piece)) - 2),
    envelope: utf8Length(encoder.delta('')),
    opening: utf8Length(encoder.opening()),
  };
}

/** The pieces of a text whose lengths are written as in texts/. */
export function cut(text: string, cuts: string): string[] {
  let at = 0;
  return Array.from(cuts, (digit) => {
    usual.lastIndex = at;
    const length = digit === '.' ? usual.exec(text)![0].length : parseInt(digit, 36);
    return text.slice(at, (at += length));
  });
}

const prepared = new Map<string, Tokens>();

/**
 * The tokens of a prepared text: real BPE tokens, cut by `npm run tokenise`.
 * @throws Error if that text has yet to come
 */
export function responseTokens(id: ResponseId, dialect: Dialect): Tokens {
  const key = `${id} ${dialect}`;
  const { text, cuts } = textOf(id);
  const tokens = prepared.get(key) ?? tokensOf(cut(text, cuts), dialect);
  prepared.set(key, tokens);
  return tokens;
}

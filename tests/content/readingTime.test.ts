import { expect, it } from 'vitest';
import { readingMinutes } from '../../src/components/prose/readingTime.ts';

const words = (count: number) => 'word '.repeat(count);

it.each([
  { name: 'nothing', text: '', minutes: 1 },
  { name: 'ten minutes of words', text: words(2_380), minutes: 10 },
  {
    name: 'components and their settings',
    text: words(238) + '<Result with="a b c" of="d" /> '.repeat(500),
    minutes: 1,
  },
  { name: 'code', text: words(238) + '```ts\n' + words(900) + '\n```', minutes: 1 },
])('$name: $minutes min', ({ text, minutes }) => expect(readingMinutes(text)).toBe(minutes));

import { describe, expect, it } from 'vitest';
import { codeColours } from '../../src/components/prose/codeColours.ts';

type Line = Parameters<NonNullable<ReturnType<typeof codeColours>['line']>>[0];

const span = (children: Line['children'], properties: Line['properties']): Line => ({
  type: 'element',
  tagName: 'span',
  properties,
  children,
});
const text = (value: string) => ({ type: 'text', value }) as const;

/** A line as Shiki gives it, from [word, the end of its colour's name]. */
const lineOf = (words: readonly (readonly [string, string?])[]) =>
  span(
    words.map(([value, colour]) =>
      span([text(value)], colour ? { style: `color:var(--astro-code-${colour})` } : {}),
    ),
    { class: 'line' },
  );

/** A line as it comes out: words in their colour as `class(word)`. */
function painted(line: Line): string {
  const hook = codeColours(false).line!;
  const { children } = hook.call(undefined as never, line, 1)!;
  return children
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element') return node.type;
      return `${String(node.properties['class'])}(${node.children.map((each) => ('value' in each ? each.value : '')).join('')})`;
    })
    .join('');
}

describe('the colours of code', () => {
  it.each([
    { name: 'a colour is a class', given: [['if', 'token-keyword']], expect: 'word(if)' },
    { name: 'plain text has none', given: [['GET /']], expect: 'GET /' },
    { name: 'nor has what has the colour of text', given: [['a', 'foreground']], expect: 'a' },
    {
      name: 'neighbours of one colour are one',
      given: [
        ['export', 'token-keyword'],
        [' async', 'token-keyword'],
        [' (', 'foreground'],
        ['a', 'token-parameter'],
        [', // ', 'token-punctuation'],
        ['why', 'token-comment'],
      ],
      expect: 'word(export async) (aquiet(, // why)',
    },
  ] as const)('$name', ({ given, expect: wanted }) => {
    expect(painted(lineOf(given))).toBe(wanted);
  });

  it('another style stops the build', () => {
    const bold = span([span([text('b')], { style: 'font-weight:bold' })], {});
    expect(() => painted(bold)).toThrow('Code with the style "font-weight:bold"');
  });
});

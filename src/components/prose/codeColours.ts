import type { ShikiConfig } from 'astro';

type Transformer = NonNullable<ShikiConfig['transformers']>[number];
type Element = Parameters<NonNullable<Transformer['code']>>[0];
type Content = Element['children'][number];

/** A class for each colour of Shiki's `css-variables` theme, as prose.css draws it; the others are the text's own. */
const classes: Readonly<Record<string, string>> = {
  'token-comment': 'quiet',
  'token-punctuation': 'quiet',
  'token-keyword': 'word',
  'token-constant': 'name',
  'token-string': 'text',
  'token-string-expression': 'text',
  'token-function': 'call',
  'token-link': 'url',
};

function textOf(node: Content): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}

/** What a highlighted word's class is: none for the colour of the text. Throws on any other style. */
function classOf(word: Element): string | undefined {
  const { style } = word.properties;
  if (style === undefined) return undefined;
  const colour = /^color:var\(--astro-code-([a-z-]+)\)(;text-decoration:underline)?$/.exec(
    style,
  )?.[1];
  if (colour !== undefined) return classes[colour];
  throw new Error(`Code with the style "${style}": codeColours.ts knows only colours.`);
}

/** The words of a line, neighbours of one colour as one. */
function merged(line: Element): Content[] {
  const out: Content[] = [];
  let before: string | undefined;
  for (const word of line.children) {
    if (word.type !== 'element') continue;
    const value = textOf(word);
    const name = classOf(word);
    const last = out.at(-1);
    const text = { type: 'text' as const, value };
    if (!last || before !== name)
      out.push(name ? { ...word, properties: { class: name }, children: [text] } : text);
    else if (last.type === 'text') last.value += value;
    else if (last.type === 'element') last.children = [{ ...text, value: textOf(last) + value }];
    before = name;
  }
  return out;
}

/**
 * Shiki says each word's colour in a style attribute, which is most of a page with code on it, and nothing that a
 * content-security policy lets through. This makes them short classes, and leaves what has the colour of the text
 * without. Lines are elements only where `lines` asks for them.
 */
export const codeColours = (lines: boolean): Transformer => ({
  name: 'code-colours',
  enforce: 'post',
  // A line that takes longer than the default of 500 ms stays as it is from there on: a busy machine built other pages.
  preprocess: (_code, options) => void (options.tokenizeTimeLimit = 0),
  line: (line) => ({ ...line, children: merged(line) }),
  code: (code) =>
    lines
      ? code
      : {
          ...code,
          children: code.children.flatMap((node) =>
            node.type === 'element' ? node.children : node,
          ),
        },
  pre: ({ properties: { tabindex }, ...pre }) => ({ ...pre, properties: { tabindex } }),
});

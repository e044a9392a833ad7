/* Every code block of the articles is a file of src/content/snippets/: shown somewhere, and checked somehow. */
import { globSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { snippetLanguage } from '../../src/components/prose/snippetLanguage.ts';
import { snippet, snippetNames } from './snippets.ts';

const names = snippetNames();
const texts = (pattern: string) => globSync(pattern).map((file) => readFileSync(file, 'utf8'));
const allOf = (pattern: RegExp, of: string[]) =>
  of.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name!));

const articles = globSync('src/content/**/*.mdx');
const tests = texts('tests/**/*.test.ts');

/** Snippets that these import, and so on. */
function withImports(of: readonly string[]): Set<string> {
  const all = new Set(of);
  for (const name of all)
    for (const imported of allOf(/from '\.\/([\w.-]+)'/g, [snippet(name)])) all.add(imported);
  return all;
}

/** The kinds of snippets, and how each is checked. A new kind needs a line here, and a check. */
const checks = {
  '.ts': 'linted and type-checked like all of src, and run: see below',
  '.sh': 'snippets.parsed.test.ts parses; snippets.batch.test.ts runs those for batches',
  '.py': 'snippets.parsed.test.ts',
  '.go': 'snippets.parsed.test.ts',
  '.conf': 'snippets.parsed.test.ts',
  '.jsonl': 'snippets.batch.test.ts',
  '.http': 'snippets.jobs.test.ts',
  '.html': 'tests/embed/docs.test.ts; tests/e2e/embed/docs.spec.ts opens them',
  '.css': 'tests/embed/docs.test.ts',
  '.js': 'tests/embed/docs.test.ts runs them',
};

describe.each(names)('%s', (name) => {
  it('is of a kind that is checked', () => expect(Object.keys(checks)).toContain(extname(name)));

  it('has lines that fit beside the margin', () => {
    const widths = snippet(name)
      .split('\n')
      .map((line) => line.replaceAll('\t', '  ').length);
    // A record of .jsonl is one line, and wraps. A figure has room of its own.
    if (extname(name) !== '.jsonl' && !name.startsWith('sketch-'))
      expect(Math.max(...widths)).toBeLessThanOrEqual(80);
  });
});

it('a snippet of TypeScript is run by a test, or imported by one that is', () => {
  const run = withImports(allOf(/from '[^']*\/src\/content\/snippets\/([\w.-]+)'/g, tests));
  expect(names.filter((name) => name.endsWith('.ts') && !run.has(name))).toEqual([]);
});

it('a snippet is shown by an article or a figure, or imported by one that is', () => {
  const figures = texts('src/components/figures/**/*.{ts,svelte,astro}');
  const shown = withImports([
    ...allOf(/<Snippet\b[^>]*?\bname="([^"]+)"/g, texts('src/content/**/*.mdx')),
    ...allOf(/content\/snippets\/([\w.-]+)/g, figures),
  ]);
  expect(names.filter((name) => !shown.has(name))).toEqual([]);
});

it.each(articles)('%s has no fenced code: what is not a file is not checked', (file) =>
  expect(readFileSync(file, 'utf8')).not.toMatch(/^[ \t>]*(```|~~~)/m),
);

describe('the language of a snippet', () => {
  it.each([
    { name: 'server-node.ts', expect: 'ts' },
    { name: 'check.sh', expect: 'bash' },
    { name: 'nginx.conf', expect: 'nginx' },
  ])('$name', ({ name, expect: language }) => expect(snippetLanguage(name)).toBe(language));

  it('an ending without one is told to the author', () => {
    for (const name of ['server.rb', 'Makefile', 'a.constructor'])
      expect(() => snippetLanguage(name)).toThrow(
        /<Snippet name="\w+.*">: \.\w+ is no ending .* There are \.ts, \.sh, .*snippetLanguage\.ts/,
      );
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReferences, termIds } from '../../src/components/prose/terms.ts';

describe('termIds', () => {
  const known = new Set(['ttft', 'back-pressure']);

  it('finds each term once, whatever it is called in the text', () =>
    expect(
      termIds('<Term id="ttft">TTFT</Term> <Term\n id="ttft">the wait</Term>', known, 'a.mdx'),
    ).toEqual(['ttft']));

  it('names file, line and the nearest id', () =>
    expect(() => termIds('a\n\n<Term id="backpressure">', known, 'src/a.mdx')).toThrow(
      'src/a.mdx:3: <Term id="backpressure">: no such term. Did you mean "back-pressure"?',
    ));

  it('does not take a citation for a term', () =>
    expect(termIds('<Cite id="andes" />', known, 'a.mdx')).toEqual([]));
});

describe('checkReferences', () => {
  const entry = (id: string, see: string[] = [], sources: string[] = []) => ({ id, see, sources });
  const check = (...entries: ReturnType<typeof entry>[]) =>
    checkReferences(entries, new Set(['andes']), 'glossary.yaml');

  it('is content with terms and sources that are there', () =>
    expect(() => check(entry('a', ['b']), entry('b', ['a'], ['andes']))).not.toThrow());

  it.each([
    {
      name: 'a related term that is not there',
      entries: [entry('prefill', ['decoed']), entry('decode')],
      expected: 'glossary.yaml: prefill: see: no “decoed”. Did you mean "decode"?',
    },
    {
      name: 'a source that is not there',
      entries: [entry('slo', [], ['anddes'])],
      expected: 'glossary.yaml: slo: sources: no “anddes”. Did you mean "andes"?',
    },
  ])('$name is named, with a guess', ({ entries, expected }) =>
    expect(() => check(...entries)).toThrow(expected),
  );
});

describe('the glossary', () => {
  const yaml = readFileSync('src/content/glossary.yaml', 'utf8');
  const entries = yaml.split(/^- id: /m).slice(1);
  const definition = (entry: string) =>
    /definition: >-\n((?: {4}.*\n)+)/.exec(entry)![1]!.replaceAll(/\s+/g, ' ').trim();

  // The loader would keep the second of two without a word.
  it('has every id once', () => {
    const ids = entries.map((entry) => entry.split('\n')[0]!);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    expect(ids.length).toBeGreaterThan(40);
  });

  it.each(entries.map((entry) => ({ id: entry.split('\n')[0]!, text: definition(entry) })))(
    '$id: small enough to show beside a word, ended, and every piece of code closed',
    ({ text }) => {
      expect(text.split(' ').length).toBeLessThanOrEqual(60);
      expect(text).toMatch(/[.?!]$/);
      expect(text.split('`').length % 2).toBe(1);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { citedIds, countCitations, mentionId } from '../../src/components/prose/citations.ts';
import { numberMentions } from '../../src/components/prose/mentions.ts';

const known = new Set(['andes', 'nginx-buffering', 'tan-2026']);
const text =
  'One.<Cite id="tan-2026" /> Two.<Cite id="andes"/><Cite\n  id="nginx-buffering" /> Three.<Cite id="tan-2026" />';

describe('citedIds', () => {
  it('numbers by order of first use', () =>
    expect(citedIds(text, known, 'a.mdx')).toEqual(['tan-2026', 'andes', 'nginx-buffering']));

  it('finds nothing in a text that cites nothing', () =>
    expect(citedIds('Plain.', known, 'a.mdx')).toEqual([]));

  it('names file, line and the nearest id', () =>
    expect(() => citedIds('a\nb <Cite id="nginx-bufering" />', known, 'src/a.mdx')).toThrow(
      'src/a.mdx:2: <Cite id="nginx-bufering">: no such source. Did you mean "nginx-buffering"?',
    ));

  it('suggests nothing when nothing is near', () =>
    expect(() => citedIds('<Cite id="wikipedia" />', known, 'a.mdx')).toThrow(/no such source\.$/));
});

it('countCitations counts every mention', () =>
  expect(Object.fromEntries(countCitations(text))).toEqual({
    'tan-2026': 2,
    andes: 1,
    'nginx-buffering': 1,
  }));

describe('numberMentions', () => {
  const sup = (id: string) => `<sup class="cite" id="${id}">`;

  it('gives the second mention of a source an anchor of its own, in reading order', () =>
    expect(numberMentions(sup('cite-a') + sup('cite-b') + sup('cite-a') + sup('cite-a'))).toBe(
      sup('cite-a') + sup('cite-b') + sup('cite-a-2') + sup('cite-a-3'),
    ));

  it('agrees with the anchors that footnotes link to', () =>
    expect([1, 2, 3].map((k) => mentionId('a', k))).toEqual(['cite-a', 'cite-a-2', 'cite-a-3']));

  it('gives a definition and the word that points to it the same new name', () => {
    const term = (k: string) =>
      `<span id="term-a${k}"><a aria-describedby="definition-a${k}">a</a><span id="definition-a${k}"></span></span>`;
    expect(numberMentions(term('') + term(''))).toBe(term('') + term('-2'));
  });

  it('leaves other ids alone', () =>
    expect(numberMentions('<p id="recite-a"><p id="a" data-id="cite-a"><p id="cite-a">')).toBe(
      '<p id="recite-a"><p id="a" data-id="cite-a"><p id="cite-a">',
    ));
});

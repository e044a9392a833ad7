import { describe, expect, it } from 'vitest';
import { toHit, type Fragment, type Stretch } from '../../src/components/site/searchHits.ts';

const section = (id: string, ...scores: number[]): Fragment['sub_results'][number] => ({
  title: `Title of ${id}`,
  url: `/page/#${id}`,
  excerpt: `… <mark>${id}</mark>.`,
  anchor: { id },
  weighted_locations: scores.map((balanced_score) => ({ balanced_score })),
});
const page = (...sub_results: Fragment['sub_results'][number][]): Fragment => ({
  url: '/page/',
  excerpt: 'cut <mark>anywhere</mark>',
  meta: { title: 'Page' },
  sub_results,
});
const told = (excerpt: Stretch[]) =>
  excerpt.map(({ text, found }) => (found ? `[${text}]` : text)).join('');
const titles = (fragment: Fragment, most?: number) =>
  toHit(fragment, most).sections.map(({ href }) => href);

describe('toHit', () => {
  it('names the sections in which most was found, best first', () =>
    expect(titles(page(section('a', 1), section('b', 2, 3), section('c', 4)), 2)).toEqual([
      '/page/#b',
      '/page/#c',
    ]));

  it('leaves out the text before the first heading, which is the page itself', () => {
    const opening = { ...section('opening', 9), anchor: undefined };
    expect(titles(page(opening, section('a', 1)))).toEqual(['/page/#a']);
  });

  it('says where an excerpt was cut, and nothing where it ends with a sentence', () => {
    const { excerpt, sections } = toHit(page(section('a', 1)));
    expect(told(excerpt)).toBe('cut [anywhere] …');
    expect(told(sections[0]!.excerpt)).toBe('… [a].');
  });

  it('shows code as it is written, and marks in it what was found', () => {
    const excerpt = 'Paste &lt;iframe src="?a=1&amp;b=2"> or <mark>&lt;b></mark> <mark>c</mark>.';
    expect(told(toHit({ ...page(), excerpt }).excerpt)).toBe(
      'Paste <iframe src="?a=1&amp;b=2"> or [<b>] [c].',
    );
  });

  it('gives a page without a title its address', () =>
    expect(toHit({ ...page(), meta: {} }).title).toBe('/page/'));
});

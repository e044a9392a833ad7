import { describe, expect, it, test } from 'vitest';
import { paletteOf } from '../../src/site/palette.ts';
import { isListed, ownTitle } from '../../src/site/site.ts';
import {
  breadcrumbs,
  definedTermSet,
  techArticle,
  toScript,
  webSite,
  type Thing,
} from '../../src/site/structuredData.ts';

const root = new URL('https://example.org/');
const page = new URL('/articles/one/', root);

const things: readonly { thing: Thing; required: readonly string[] }[] = [
  {
    thing: webSite(root),
    required: ['url', 'name', 'description', 'inLanguage', 'license', 'publisher'],
  },
  {
    thing: techArticle(page, new URL('/og/articles/one.png', root), {
      title: 'One',
      description: 'Of many.',
      published: new Date('2026-01-31'),
      checked: new Date('2026-02-28'),
      minutes: 12,
      sources: [{ title: 'A paper', by: 'Somebody', url: 'https://example.com/a' }],
    }),
    required: ['headline', 'image', 'author', 'publisher', 'license', 'learningResourceType'],
  },
  {
    thing: definedTermSet(new URL('/glossary/', root), 'Glossary', [
      { id: 'ttft', name: 'TTFT', description: 'Time to first token.' },
    ]),
    required: ['name', 'url', 'hasDefinedTerm'],
  },
  {
    thing: breadcrumbs(new URL('/play/simulator/', root), 'Simulator'),
    required: ['itemListElement'],
  },
];

/** Every value in a tree, with the name it stands under. */
function* values(node: unknown, under = ''): Generator<[string, unknown]> {
  if (Array.isArray(node)) for (const each of node) yield* values(each, under);
  else if (node && typeof node === 'object')
    for (const [name, value] of Object.entries(node)) yield* values(value, name);
  else yield [under, node];
}

describe.each(things.map(({ thing, required }) => [thing['@type'], thing, required] as const))(
  '%s',
  (_, thing, required) => {
    it.each(required)('has %s', (name) => expect(thing[name]).toBeTruthy());

    it('gives every address in full', () => {
      const addresses = [...values(thing)].filter(([name]) =>
        ['@id', 'url', 'item', 'image', 'license', 'mainEntityOfPage', 'urlTemplate'].includes(
          name,
        ),
      );
      expect(addresses.length).toBeGreaterThan(0);
      for (const [, address] of addresses) expect(address).toMatch(/^https:\/\//);
    });
  },
);

test('an article says when it came out, when it was checked, how long it takes and what it cites', () =>
  expect(things[1]!.thing).toMatchObject({
    datePublished: '2026-01-31',
    dateModified: '2026-02-28',
    timeRequired: 'PT12M',
    isAccessibleForFree: true,
    citation: [{ name: 'A paper', creditText: 'Somebody', url: 'https://example.com/a' }],
  }));

test.each([
  { path: '/glossary/', crumbs: ['/', '/glossary/'] },
  { path: '/articles/one/', crumbs: ['/', '/articles/one/'] },
  { path: '/play/', crumbs: ['/', '/play/'] },
  { path: '/play/simulator/', crumbs: ['/', '/play/', '/play/simulator/'] },
])('the way to $path goes by $crumbs', ({ path, crumbs }) => {
  const { itemListElement } = breadcrumbs(new URL(path, root), 'Here') as unknown as {
    itemListElement: { position: number; item: string }[];
  };
  expect(itemListElement.map(({ item }) => new URL(item).pathname)).toEqual(crumbs);
  expect(itemListElement.map(({ position }) => position)).toEqual(crumbs.map((_, i) => i + 1));
});

test('nothing in the data can end the script it stands in', () => {
  const thing = { '@type': 'Thing', name: '</script><script>alert(1)</script><!--' };
  expect(toScript([thing])).not.toContain('<');
  expect(JSON.parse(toScript([thing]))).toMatchObject({ '@graph': [thing] });
});

test.each([
  ['/', true],
  ['/play/latency-simulator/', true],
  ['/embed/', true],
  ['/embed/latency-simulator/', false],
  ['/search/', false],
  ['/404/', false],
  ['/404.html', false],
])('%s is for search engines: %s', (path, listed) => expect(isListed(path)).toBe(listed));

test.each([
  ['Sources · Feels Fast', 'Sources'],
  ['Feels Fast: how it works', 'Feels Fast: how it works'],
])('“%s” is called “%s”', (title, own) => expect(ownTitle(title)).toBe(own));

describe('the palette for what reads no CSS', () => {
  it('has the colours of palette.css, light and dark', () => {
    expect(paletteOf(['raised'])).toEqual({ raised: '#ffffff' });
    const [light, dark] = [paletteOf(['ink', 'model']), paletteOf(['ink', 'model'], 'dark')];
    for (const name of ['ink', 'model'] as const) {
      expect(light[name]).toMatch(/^#[0-9a-f]{6}$/);
      expect(dark[name]).not.toBe(light[name]);
    }
  });

  it('names a colour that is not there, with a guess', () =>
    expect(() => paletteOf(['modle'])).toThrow('no colour “modle”. Did you mean "model"?'));
});

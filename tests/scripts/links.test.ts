import { describe, expect, it } from 'vitest';
import { htmlFacts } from '../../scripts/htmlFacts.ts';
import { faultsIn, report } from '../../scripts/links.ts';

/** A site of two pages that is in order, but for what `body` does to the first. */
function faults(body: string): string[] {
  const pages = new Map([
    ['index.html', `<h1>Home</h1>${body}`],
    ['method/index.html', '<h1>Method</h1><h2 id="score">The score</h2>'],
  ]);
  const files = new Set([...pages.keys(), '404.html', 'favicon.svg', '_astro/base.css']);
  return faultsIn({ url: 'https://feels.example', pages, files }).map(
    ({ page, what }) => `${page} ${what}`,
  );
}

describe('nothing is wrong with', () => {
  it.each([
    { name: 'a page', body: '<a href="/method/">m</a>' },
    { name: 'a relative link', body: '<a href="method/">m</a>' },
    { name: 'an anchor on another page', body: '<a href="/method/#score">s</a>' },
    { name: 'an anchor on this page', body: '<a href="#a">a</a><p id="a"></p>' },
    { name: 'an anchor with letters beyond ASCII', body: '<a href="#%C3%A9">a</a><p id="é"></p>' },
    { name: 'the top', body: '<a href="#">top</a><a href="#top">top</a>' },
    { name: 'a query', body: '<a href="/method/?rate=60&amp;cost=25#score">m</a>' },
    { name: 'a file', body: '<link rel="icon" href="/favicon.svg"><a href="/404.html">4</a>' },
    { name: 'the site by its whole name', body: '<link href="https://feels.example/method/">' },
    { name: 'other sites', body: '<a href="https://example.org/x#y">e</a><a href="mailto:a@b">a' },
    { name: 'data', body: '<img alt="" src="data:image/png;base64,AA==">' },
    { name: 'an image with an empty alt', body: '<img src="/favicon.svg" alt="">' },
    { name: 'references to what is there', body: '<p id="a"><b id="b" aria-labelledby="a b"></b>' },
    { name: 'going back up by several levels', body: '<h2>a</h2><h3>b</h3><h4>c</h4><h2>d</h2>' },
    { name: 'a letter of another script', body: '字 Ж 👍 →' },
    { name: 'a template', body: '<template><a id="x" href="/none/"><img></a></template>' },
    { name: 'tags inside a script', body: '<script>"<a href=/none/>"</script>' },
  ])('$name', ({ body }) => expect(faults(body)).toEqual([]));
});

describe('a link that leads nowhere', () => {
  it.each([
    {
      name: 'a page that is not there',
      body: '<a href="/methd/">m</a>',
      expected: '<a href="/methd/">: there is no such page or file. Did you mean "/method/"?',
    },
    {
      name: 'a page without its last slash',
      body: '<a href="/method">m</a>',
      expected: '<a href="/method">: needs its last slash: "/method/".',
    },
    {
      name: 'an anchor that is not there',
      body: '<a href="/method/#scroe">s</a>',
      expected: '<a href="/method/#scroe">: /method/ has no id "scroe". Did you mean "score"?',
    },
    {
      name: 'an anchor that only another page has',
      body: '<a href="#score">s</a>',
      expected: '<a href="#score">: / has no id "score".',
    },
    {
      name: 'a style sheet',
      body: '<link rel="stylesheet" href="/_astro/base.cs">',
      expected:
        '<link href="/_astro/base.cs">: there is no such page or file. Did you mean "/_astro/base.css"?',
    },
    {
      name: 'an image for larger screens',
      body: '<img alt="" src="/favicon.svg" srcset="/favicon.svg 1x, /nowhere-to-be-found.png 2x">',
      expected: '<img srcset="/nowhere-to-be-found.png">: there is no such page or file.',
    },
    {
      name: 'a canonical link',
      body: '<link rel="canonical" href="https://feels.example/nowhere-to-be-found/">',
      expected:
        '<link href="https://feels.example/nowhere-to-be-found/">: there is no such page or file.',
    },
    {
      name: 'the picture of a page',
      body: '<meta property="og:image" content="https://feels.example/og/nowhere.png">',
      expected:
        '<meta content="https://feels.example/og/nowhere.png">: there is no such page or file.',
    },
    {
      name: 'an island’s code',
      body: '<astro-island component-url="/_astro/Nowhere.js"></astro-island>',
      expected: '<astro-island component-url="/_astro/Nowhere.js">: there is no such page or file.',
    },
    {
      name: 'a stray percent sign',
      body: '<a href="/100%/">x</a>',
      expected: '<a href="/100%/">: there is no such page or file.',
    },
    {
      name: 'no address at all',
      body: '<a href="https://[">x</a>',
      expected: '<a href="https://[">: is not an address.',
    },
  ])('$name', ({ body, expected }) => expect(faults(body)).toEqual([`/ ${expected}`]));
});

describe('ids', () => {
  it.each([
    { name: 'double', body: '<p id="a"></p><p id="a"></p>', expected: 'id="a" is there 2 times.' },
    {
      name: 'double, in a picture',
      body: '<p id="a"></p><svg><clipPath id="a"></clipPath></svg>',
      expected: 'id="a" is there 2 times.',
    },
    ...['labelledby', 'describedby', 'controls'].map((name) => ({
      name: `aria-${name} to nothing`,
      body: `<p id="title"></p><div aria-${name}="title titel"></div>`,
      expected: `<div aria-${name}="titel">: the page has no id "titel". Did you mean "title"?`,
    })),
    {
      name: 'a label of nothing',
      body: '<label for="q">Words</label>',
      expected: '<label for="q">: the page has no id "q".',
    },
  ])('$name', ({ body, expected }) => expect(faults(body)).toEqual([`/ ${expected}`]));
});

describe('the outline', () => {
  it.each([
    {
      name: 'two tops',
      body: '<h1>Another</h1>',
      expected: ['/ has 2 h1 headings instead of one.'],
    },
    {
      name: 'a level left out',
      body: '<h2>a</h2><h4>The <code>deep</code>\n end</h4>',
      expected: ['/ <h4> “The deep end” comes after an h2: h3 is left out.'],
    },
  ])('$name', ({ body, expected }) => expect(faults(body)).toEqual(expected));

  it('begins with an h1', () => {
    const pages = new Map([['index.html', '<h2>Deep</h2>']]);
    expect(faultsIn({ url: 'https://a.example', pages, files: new Set(['index.html']) })).toEqual([
      { page: '/', what: 'has 0 h1 headings instead of one.' },
      { page: '/', what: '<h2> “Deep” is the first heading of the page: h1 is left out.' },
    ]);
  });
});

it('a letter that was cut out of our fonts is named', () =>
  expect(faults('<p>Ý, naïve, \u200dÝ</p>')).toEqual([
    '/ “Ý” is not in scripts/fonts/characters.ts.',
  ]));

it('an image without an alt is named', () =>
  expect(faults('<img src="/favicon.svg">')).toEqual(['/ <img src="/favicon.svg"> has no alt.']));

it('htmlFacts counts an id as often as it is there', () =>
  expect(htmlFacts('<p id="a"><b id="a"></b></p>').ids).toEqual(['a', 'a']));

it('report gathers the faults of a page, and says what many pages share only once', () => {
  const shared = ['/a/', '/b/', '/c/', '/d/', '/e/'].map((page) => ({ page, what: 'shared' }));
  const own = ['one', 'two'].map((what) => ({ page: '/b/', what }));
  expect(report([...shared, ...own])).toBe('/a/, /b/, /c/ and 2 more\n  shared\n/b/\n  one\n  two');
});

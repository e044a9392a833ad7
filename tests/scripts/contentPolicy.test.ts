import { describe, expect, it } from 'vitest';
import { withPolicy } from '../../scripts/contentPolicy.ts';
import { policyFaults } from '../policyFaults.ts';

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;
const policyIn = (html: string) => / content="([^"]*)"/.exec(html)![1]!;

describe('nothing is left that its policy would refuse', () => {
  it.each([
    { name: 'text', body: '<p>a style="b" c</p>' },
    { name: 'a style', body: '<p style="color: red">a</p>' },
    { name: 'a style with quotes', body: '<p style="font-family: &quot;A&quot;">a</p>' },
    { name: 'the same twice', body: '<i style="top:0"></i><i style="top:0"></i>' },
    { name: 'in an island', body: '<astro-island ssr=""><i style="top:0"></i></astro-island>' },
    { name: 'in an SVG', body: '<svg><path style="fill:red" d="M0 0"/></svg>' },
    { name: 'where scripts are off', body: '<noscript><style>p{color:red}</style></noscript>' },
    { name: 'a script', body: '<script>if (a < b && c) d("é")</script>' },
    { name: 'a module', body: '<script type="module">import "/a.js"</script>' },
    { name: 'a script with tags in it', body: '<script>"<i style=\\"top:0\\">"</script>' },
    { name: 'code that is shown', body: '<textarea>&lt;i style="top:0"></textarea>' },
    { name: 'a form', body: '<form action="/search/"></form>' },
  ])('$name', ({ body }) => expect(policyFaults(withPolicy(page(body), '/'))).toEqual([]));
});

describe('the check itself finds', () => {
  const good = withPolicy(page('<script>1</script>', '<style>p{}</style>'), '/');
  it.each([
    { name: 'no policy', html: page(''), expected: ['it has 0 policies'] },
    {
      name: 'another script',
      html: good.replace('>1<', '>2<'),
      expected: ['<script>2'],
    },
    {
      name: 'another style sheet',
      html: good.replace('p{}', 'q{}'),
      expected: ['<style>q{}'],
    },
    {
      name: 'a style attribute',
      html: good.replace('<body>', '<body style="margin:0">'),
      expected: ['<body style="margin:0">'],
    },
    {
      name: 'a handler',
      html: good.replace('<body>', '<body onload="go()">'),
      expected: ['<body onload="go()">'],
    },
    {
      name: 'a script for an address',
      html: good.replace('<body>', '<body><a href="javascript:go()">a</a>'),
      expected: ['<a href="javascript:go()">'],
    },
    {
      name: 'a link before the policy',
      html: good.replace('<head>', '<head><link rel="icon" href="/a.svg">'),
      expected: ['<link> comes before it'],
    },
    {
      name: 'what is unsafe',
      html: good.replace("style-src 'self'", "style-src * 'unsafe-inline' https://a.example"),
      expected: ['it allows *', "it allows 'unsafe-inline'", 'it allows https://a.example'],
    },
    {
      name: 'a policy that leaves something open',
      html: good.replace("base-uri 'none'; ", ''),
      expected: ["it lacks base-uri 'none'"],
    },
  ])('$name', ({ html, expected }) => expect(policyFaults(html)).toEqual(expected));
});

describe('withPolicy', () => {
  it('leaves a policy that is there as it is', () => {
    const html = page('<p style="top:0">a</p>', '<meta http-equiv="Content-Security-Policy">');
    expect(withPolicy(html, '/')).toBe(html);
  });

  it('says which page has no place for one', () =>
    expect(() => withPolicy('<html></html>', '/a/')).toThrow('/a/ does not begin with <meta'));

  it('allows WebAssembly on the search page alone, and requests to our own site', () => {
    const [search, other] = ['/search/', '/'].map((path) => policyIn(withPolicy(page(''), path)));
    expect(search).toContain("'wasm-unsafe-eval'");
    expect(other).not.toContain("'wasm-unsafe-eval'");
    for (const each of [search, other]) expect(each).toContain("connect-src 'self';");
  });

  it.each([
    { given: '<p>a</p>', expected: 'trusted-types offline' },
    {
      given: '<astro-island></astro-island>',
      expected: 'trusted-types offline svelte-trusted-html',
    },
  ])('$given: $expected', ({ given, expected }) =>
    expect(policyIn(withPolicy(page(given), '/'))).toContain(expected),
  );
});

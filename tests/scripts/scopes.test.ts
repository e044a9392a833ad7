import { describe, expect, it } from 'vitest';
import { nested, ofPage, shortScopes, topLevel } from '../../scripts/scopes.ts';

const astro = (name: string) => `[data-astro-cid-${name}]`;

it.each([
  { name: 'rules', given: '.a{top:0}.b{left:0}', expect: ['.a{top:0}', '.b{left:0}', ''] },
  {
    name: 'what is within them',
    given: '@media print{.a{top:0}}',
    expect: ['@media print{.a{top:0}}', ''],
  },
  { name: 'statements', given: '@layer x,y;.a{}', expect: ['@layer x,y;', '.a{}', ''] },
  { name: 'braces in strings', given: '.a{content:"}"}', expect: ['.a{content:"}"}', ''] },
])('a style sheet has $name', ({ given, expect: wanted }) =>
  expect(topLevel(given)).toEqual(wanted),
);

describe('a page has the rules', () => {
  it.each([
    { name: 'that have no scope', rule: '.a{top:0}', html: '', stays: true },
    {
      name: 'of an Astro component on it',
      rule: `.a${astro('x')}{}`,
      html: '<p data-astro-cid-x>',
      stays: true,
    },
    { name: 'of no other', rule: `.a${astro('x')}{}`, html: '<astro-island>', stays: false },
    { name: 'of a Svelte component on it', rule: '.a._x{}', html: '<p class="a _x">', stays: true },
    {
      name: 'of one that may come with an island',
      rule: '.a._x{}',
      html: '<astro-island>',
      stays: true,
    },
    {
      name: 'of no other where nothing comes',
      rule: '@media print{.a._x{}}',
      html: '',
      stays: false,
    },
    { name: 'of which one selector has no scope', rule: '.a._x,.b{}', html: '', stays: true },
  ])('$name', ({ rule, html, stays }) => expect(ofPage([rule], html)).toEqual(stays ? [rule] : []));
});

describe('rules of one scope are', () => {
  it.each([
    {
      name: 'nested',
      given: ['a._x{}', '.b._x i:where(._x){}'],
      expect: '._x{a&{}.b& i:where(&){}}',
    },
    {
      name: 'nested with their conditions',
      given: ['@media print{._x:hover{}}'],
      expect: '._x{@media print{&:hover{}}}',
    },
    {
      name: 'by themselves after another',
      given: ['._x{}', '._y{}', '._x{}'],
      expect: '._x{&{}}._y{&{}}._x{&{}}',
    },
    { name: 'as they are where a selector has none', given: ['._x,.b{}'], expect: '._x,.b{}' },
    {
      name: 'nested where one is within a list',
      given: [':is(.a,._x) b{}'],
      expect: '._x{:is(.a,&) b{}}',
    },
    { name: 'as they are where they are nested', given: ['._x{& b{}}'], expect: '._x{& b{}}' },
    {
      name: 'as they are where they are an animation',
      given: ['@keyframes _x-a{0%{top:0}}'],
      expect: '@keyframes _x-a{0%{top:0}}',
    },
    { name: 'not those of a longer name', given: ['._x ._xy{}'], expect: '._x{& ._xy{}}' },
  ])('$name', ({ given, expect: wanted }) => expect(nested(given)).toBe(wanted));
});

it('a page has the names that its style sheet has', () => {
  const { css, names } = shortScopes(`a${astro('x')}{}b${astro('y')}{}`);
  expect(css).toBe('a[data-c0]{}b[data-c1]{}');
  expect(names('<b data-astro-cid-y><i data-astro-cid-z>')).toBe('<b data-c1><i data-c2>');
});

import { describe, expect, it } from 'vitest';
import { oneSheet } from '../../scripts/oneSheet.ts';

const files: Readonly<Record<string, string>> = {
  '/a.css': '@layer x,y;.a{color:red}@media print{.a{color:#000}.b{top:0}}',
  '/b.css': '@layer x{.b{top:1px}}.a{color:red}.c:before{content:"}"}',
};
const page = (head: string) => `<head><title>T</title>${head}</head><body><style>i{}</style>`;
const link = (address: string) => `<link rel="stylesheet" href="${address}">`;
const merged = (head: string) => oneSheet(page(head), (address) => files[address]!);

describe('the styles of a page', () => {
  it.each([
    {
      name: 'are one file, in their order',
      given: `${link('/a.css')}<style>.d{left:0}</style>`,
      expect: '@layer x,y;.a{color:red}@media print{.a{color:#000}.b{top:0}}.d{left:0}',
    },
    {
      name: 'say the same once, where it counts; layers keep their order',
      given: link('/a.css') + link('/b.css') + link('/a.css'),
      expect:
        '@layer x,y;@layer x{.b{top:1px}}.c:before{content:"}"}@layer x,y;.a{color:red}@media print{.a{color:#000}.b{top:0}}',
    },
  ])('$name', ({ given, expect: wanted }) => {
    expect(merged(given)!.css).toBe(wanted);
  });

  it('are linked where the first was; what is about this page stays in it', () => {
    const own = '<style>@page{margin:0}</style>';
    const { html, address } = merged(`${own}${link('/a.css')}<meta>${link('/b.css')}`)!;
    expect(html).toBe(page(`${own}${link(address)}<meta>`));
  });

  it('have an address that says what is in them', () => {
    expect(merged(link('/a.css'))!.address).toMatch(/^\/_astro\/page\.[\w-]{8}\.css$/);
    expect(merged(link('/a.css'))!.address).not.toBe(merged(link('/b.css'))!.address);
  });

  it('stay as they are where there is no file', () => {
    expect(merged('<style>.a{}</style>')).toBeNull();
  });
});

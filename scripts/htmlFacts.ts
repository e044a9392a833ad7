// What one HTML page says about itself: where it leads, what can be led to, its outline.

import { Parser } from 'htmlparser2';

/** One value of one attribute, as the author would look for it. */
export interface Mention {
  tag: string;
  attribute: string;
  value: string;
}

export interface HtmlFacts {
  /** Every id, as often as it is there. */
  ids: string[];
  /** Every address in a link, an image, a script, a form … */
  addresses: Mention[];
  /** Every id that something else on the page is tied to: `aria-describedby` and its like, `for`. */
  references: Mention[];
  headings: { level: number; text: string }[];
  /** `src` of every image without an `alt`. An empty `alt` is one. */
  silentImages: string[];
}

/** Attributes that hold an address, by tag. */
const addressed: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  area: ['href'],
  'astro-island': ['component-url', 'renderer-url'],
  audio: ['src'],
  embed: ['src'],
  form: ['action'],
  iframe: ['src'],
  image: ['href'],
  img: ['src'],
  link: ['href'],
  script: ['src'],
  source: ['src'],
  use: ['href', 'xlink:href'],
  video: ['src', 'poster'],
};

/** Attributes that hold ids, separated by spaces. */
const tied = [
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
  'for',
  'headers',
  'list',
  'popovertarget',
];

/** Properties of `<meta>` whose content is an address. */
const metaAddress = /^(og|twitter):(url|image)(:url|:secure_url)?$/;

/** Reads a page. What is inside `<template>` is not on the page, and is left out. */
export function htmlFacts(html: string): HtmlFacts {
  const facts: HtmlFacts = {
    ids: [],
    addresses: [],
    references: [],
    headings: [],
    silentImages: [],
  };
  let templates = 0;
  let heading: HtmlFacts['headings'][number] | undefined;

  const parser = new Parser({
    onopentag(tag, attributes) {
      if (tag === 'template') templates++;
      if (templates > 0) return;
      if (attributes['id'] !== undefined) facts.ids.push(attributes['id']);
      facts.addresses.push(...addressesOf(tag, attributes));
      for (const attribute of tied)
        for (const value of attributes[attribute]?.split(/\s+/).filter(Boolean) ?? [])
          facts.references.push({ tag, attribute, value });
      if (/^h[1-6]$/.test(tag)) {
        heading = { level: Number(tag[1]), text: '' };
        facts.headings.push(heading);
      }
      if (tag === 'img' && attributes['alt'] === undefined)
        facts.silentImages.push(attributes['src'] ?? '');
    },
    ontext(text) {
      if (heading) heading.text += text;
    },
    onclosetag(tag) {
      if (tag === 'template') templates--;
      if (/^h[1-6]$/.test(tag)) heading = undefined;
    },
  });
  parser.end(html);
  for (const each of facts.headings) each.text = each.text.replaceAll(/\s+/g, ' ').trim();
  return facts;
}

function addressesOf(tag: string, attributes: Record<string, string>): Mention[] {
  const found = (addressed[tag] ?? [])
    .filter((attribute) => attributes[attribute] !== undefined)
    .map((attribute) => ({ tag, attribute, value: attributes[attribute]! }));
  for (const candidate of attributes['srcset']?.split(/,\s+/) ?? [])
    found.push({ tag, attribute: 'srcset', value: candidate.trim().split(/\s+/)[0]! });
  if (tag === 'meta' && metaAddress.test(attributes['property'] ?? attributes['name'] ?? ''))
    found.push({ tag, attribute: 'content', value: attributes['content'] ?? '' });
  return found;
}

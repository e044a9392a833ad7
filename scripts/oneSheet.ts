// One style sheet for a page, of the many that the bundler makes. They share most of their words, which compression
// finds only within one file: of an article's styles a quarter goes; a rule that stands in two of them stands once, and
// none of a component that is not on the page.

import { createHash } from 'node:crypto';
import { nested, ofPage, shortScopes, topLevel } from './scopes.ts';

const styles = /<link rel="stylesheet" href="([^"]+)"[^>]*>|<style>([^]*?)<\/style>/g;

/** A page whose head has one link where all its styles were, and that file. What says something of this page only stays. */
export interface OneSheet {
  html: string;
  address: string;
  css: string;
}

/**
 * @param read a style sheet of the site, by its address: "/_astro/Base.css"
 * @returns `null` for a page that has no style sheet, such as a frame
 */
export function oneSheet(html: string, read: (address: string) => string): OneSheet | null {
  const end = html.indexOf('</head>');
  const head = html.slice(0, end);
  const found = [...head.matchAll(styles)].filter(([, , css]) => !css?.startsWith('@page'));
  if (!found.some(([, address]) => address)) return null;
  const all = found.map(([, address, own]) => own ?? read(address!)).join('\n');
  const rules = ofPage(once(topLevel(all)), html);
  const { css, names } = shortScopes(nested(rules));
  const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8);
  const address = `/_astro/page.${hash}.css`;
  const link = `<link rel="stylesheet" href="${address}">`;
  // Where the first was: nothing else in a head depends on where its styles are.
  const alone = found.reduceRight(
    (text, [whole], i) => text.replace(whole, () => (i === 0 ? link : '')),
    head,
  );
  return { html: names(alone + html.slice(end)), address, css };
}

/** Of rules that are the same the last, which is the one that counts. Layers are put in order by the first: they stay. */
function once(rules: readonly string[]): string[] {
  const last = new Map(rules.map((rule, i) => [rule, i]));
  return rules.filter((rule, i) => rule.startsWith('@layer') || last.get(rule) === i);
}

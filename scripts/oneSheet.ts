// One style sheet for a page, of the many that the bundler makes. They share most of their words, which compression
// finds only within one file: of an article's styles a quarter goes; and a rule that stands in two of them stands once.

import { createHash } from 'node:crypto';

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
  const css = once(found.map(([, address, own]) => own ?? read(address!)).join('\n'));
  const hash = createHash('sha256').update(css).digest('base64url').slice(0, 8);
  const address = `/_astro/page.${hash}.css`;
  const link = `<link rel="stylesheet" href="${address}">`;
  // Where the first was: nothing else in a head depends on where its styles are.
  const alone = found.reduceRight(
    (text, [whole], i) => text.replace(whole, () => (i === 0 ? link : '')),
    head,
  );
  return { html: alone + html.slice(end), address, css };
}

/**
 * A script that asks for none of `parts`, by address, before it imports another: the page has all its styles. What it
 * asks for is a list that is counted through, so that something must stand in each place: the script itself does.
 */
export const withoutStyles = (script: string, file: string, parts: ReadonlySet<string>): string =>
  script.replaceAll(/"(_astro\/[^"]+\.css)"/g, (style, part: string) =>
    parts.has(`/${part}`) ? `"${file}"` : style,
  );

/** Of rules that are the same the last, which is the one that counts. Layers are put in order by the first: they stay. */
function once(css: string): string {
  const rules = topLevel(css);
  const last = new Map(rules.map((rule, i) => [rule, i]));
  return rules.filter((rule, i) => rule.startsWith('@layer') || last.get(rule) === i).join('');
}

/** The rules and statements of a minified style sheet, with all that is nested in them. */
function topLevel(css: string): string[] {
  const rules: string[] = [];
  let [from, depth] = [0, 0];
  for (const { 0: sign, index } of css.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]/g)) {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    if (depth > 0 || (sign !== '}' && sign !== ';')) continue;
    rules.push(css.slice(from, index + 1).trim());
    from = index + 1;
  }
  return [...rules, css.slice(from).trim()];
}

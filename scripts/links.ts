// Checks the built site as its readers will meet it: do links lead somewhere, is each id there and there once, is the
// outline whole?

import { didYouMean } from '../src/text.ts';
import { lost } from './fonts/characters.ts';
import { htmlFacts, type HtmlFacts, type Mention } from './htmlFacts.ts';

export interface Site {
  /** Origin of the site, as canonical links carry it: `https://feels-fast.example`. */
  url: string;
  /** HTML by the path of its file: `method/index.html`. */
  pages: ReadonlyMap<string, string>;
  /** Path of every file, pages included. */
  files: ReadonlySet<string>;
}

export interface Fault {
  /** Address of the page: `/method/`. */
  page: string;
  what: string;
}

/** `method/index.html` is at `/method/`, `favicon.svg` at `/favicon.svg`. */
export const addressOf = (file: string): string => `/${file}`.replace(/\/index\.html$/, '/');

/** Everything that is wrong with a built site, page by page. */
export function faultsIn({ url, pages, files }: Site): Fault[] {
  const facts = new Map([...pages].map(([file, html]) => [addressOf(file), htmlFacts(html)]));
  const addresses = new Set([...files].map(addressOf));
  const texts = new Map([...pages].map(([file, html]) => [addressOf(file), html]));
  return [...facts].flatMap(([page, own]) => {
    const leads = own.addresses.flatMap((mention) => {
      const why = wrongAddress(mention.value, new URL(page, url), { addresses, facts });
      return why === null ? [] : [`${quote(mention)}: ${why}`];
    });
    const wrong = [
      ...leads,
      ...doubleIds(own),
      ...looseReferences(own),
      ...brokenOutline(own),
      ...own.silentImages.map((src) => `<img src="${src}"> has no alt.`),
      ...lost(texts.get(page)!).map((each) => `“${each}” is not in scripts/fonts/characters.ts.`),
    ];
    return wrong.map((what) => ({ page, what }));
  });
}

const quote = ({ tag, attribute, value }: Mention): string => `<${tag} ${attribute}="${value}">`;

/** Why an address leads nowhere, or `null` when it is right or leaves the site. */
function wrongAddress(
  value: string,
  from: URL,
  site: { addresses: ReadonlySet<string>; facts: ReadonlyMap<string, HtmlFacts> },
): string | null {
  if (!URL.canParse(value, from.href)) return 'is not an address.';
  const { origin, pathname, hash } = new URL(value, from);
  if (origin !== from.origin) return null;
  const path = decode(pathname);
  if (!site.addresses.has(path)) {
    if (site.addresses.has(`${path}/`)) return `needs its last slash: "${path}/".`;
    return `there is no such page or file.${didYouMean(path, site.addresses)}`;
  }
  const id = decode(hash.slice(1).replace(/:~:.*/, ''));
  const ids = site.facts.get(path)?.ids;
  if (id === '' || id === 'top' || ids === undefined || ids.includes(id)) return null;
  return `${path} has no id "${id}".${didYouMean(id, ids)}`;
}

/** A stray percent sign stands for itself. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function doubleIds({ ids }: HtmlFacts): string[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([id, count]) => `id="${id}" is there ${count} times.`);
}

function looseReferences({ ids, references }: HtmlFacts): string[] {
  const known = new Set(ids);
  return references
    .filter(({ value }) => !known.has(value))
    .map(
      (mention) =>
        `${quote(mention)}: the page has no id "${mention.value}".${didYouMean(mention.value, known)}`,
    );
}

/** One `h1`, and below it no heading more than one level deeper than the one before it. */
function brokenOutline({ headings }: HtmlFacts): string[] {
  const tops = headings.filter(({ level }) => level === 1).length;
  const skips = headings.flatMap(({ level, text }, i) => {
    const before = headings[i - 1]?.level ?? 0;
    if (level <= before + 1) return [];
    const after = before === 0 ? 'is the first heading of the page' : `comes after an h${before}`;
    return [`<h${level}> “${text}” ${after}: h${before + 1} is left out.`];
  });
  return tops === 1 ? skips : [`has ${tops} h1 headings instead of one.`, ...skips];
}

/** The faults as text. What many pages share, such as a link in the header, is said once. */
export function report(faults: readonly Fault[]): string {
  const shared = Map.groupBy(faults, ({ what }) => what);
  const byPages = Map.groupBy(shared, ([, on]) => named([...new Set(on.map(({ page }) => page))]));
  return [...byPages]
    .map(([pages, whats]) => [pages, ...whats.map(([what]) => `  ${what}`)].join('\n'))
    .join('\n');
}

function named(pages: readonly string[]): string {
  const more = pages.length > 3 ? ` and ${pages.length - 3} more` : '';
  return `${pages.slice(0, 3).join(', ')}${more}`;
}

/** What Pagefind says of one page that matched, as far as we use it: https://pagefind.app/docs/api/ */
export interface Fragment {
  url: string;
  /** Text in which `&lt;` and `&gt;` stand for angle brackets, and `<mark>` around what was found. */
  excerpt: string;
  meta: { title?: string };
  /** The page, cut at its headings. */
  sub_results: readonly SubResult[];
}

interface SubResult {
  title: string;
  url: string;
  excerpt: string;
  /** Absent for the text before the first heading. */
  anchor?: { id: string } | undefined;
  weighted_locations: readonly { balanced_score: number }[];
}

/** A stretch of an excerpt: what was found, or the text around it. */
export interface Stretch {
  text: string;
  found: boolean;
}

/** Somewhere to go, and text that shows why. */
export interface Place {
  title: string;
  href: string;
  excerpt: Stretch[];
}

/** A page, and the sections of it in which most was found, best first. */
export interface Hit extends Place {
  sections: Place[];
}

/** @param most how many sections to name */
export function toHit(fragment: Fragment, most = 4): Hit {
  const score = ({ weighted_locations }: SubResult) =>
    weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
  const sections = fragment.sub_results
    .filter(({ anchor }) => anchor !== undefined)
    .toSorted((a, b) => score(b) - score(a))
    .slice(0, most)
    .map(({ title, url, excerpt }) => ({ title, href: url, excerpt: stretches(excerpt) }));
  const { url: href, excerpt, meta } = fragment;
  return { title: meta.title ?? href, href, excerpt: stretches(excerpt), sections };
}

function stretches(excerpt: string): Stretch[] {
  // Pagefind cuts an excerpt after so many words, which may be anywhere.
  const ended = excerpt.replace(/[^.!?]$/, '$& …');
  return ended
    .split(/<mark>(.*?)<\/mark>/s)
    .map((text, i) => ({ text: plain(text), found: i % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

const plain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');

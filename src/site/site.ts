/** What is true of the whole site. */
export const site = {
  name: 'Feels Fast',
  description:
    'How an LLM’s answer gets from the model to a reader’s eyes, and how to choose the transport: an explorable explanation on one deterministic simulator.',
  language: 'en',
  locale: 'en_GB',
  /** Of the prose and the figures. The code has its own: MIT. */
  licence: 'https://creativecommons.org/licenses/by/4.0/',
} as const;

/** Addresses that begin like this are no pages to find or to share: an error, a tool, a frame for another page. */
const unlisted = [/^\/404\b/, /^\/offline\b/, /^\/search\b/, /^\/([^/]+\/)?embed\/(?!docs\/)./];

/** Whether a page is for search engines, the sitemap and previews. */
export function isListed(path: string): boolean {
  return !unlisted.some((pattern) => pattern.test(path));
}

/** A page's own name: "Sources · Feels Fast" → "Sources". */
export function ownTitle(title: string): string {
  return title.replace(` · ${site.name}`, '');
}

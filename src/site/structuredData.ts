/*
 * What a page says of itself to machines: JSON-LD in the words of schema.org. Every address is absolute.
 */
import { site } from './site.ts';

/** A node of the graph: https://schema.org/Thing */
export interface Thing {
  '@type': string;
  [property: string]: unknown;
}

const maker = (root: URL): Thing => ({
  '@type': 'Organization',
  '@id': new URL('/#maker', root).href,
  name: site.name,
  url: root.href,
});

/** The site, and where to search it. https://schema.org/WebSite */
export function webSite(root: URL): Thing {
  return {
    '@type': 'WebSite',
    '@id': new URL('/#site', root).href,
    url: root.href,
    name: site.name,
    description: site.description,
    inLanguage: site.language,
    license: site.licence,
    publisher: maker(root),
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${new URL('/search/', root).href}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    },
  };
}

export interface ArticleFacts {
  title: string;
  description: string;
  published: Date;
  /** When every claim was last held against its source. */
  checked: Date;
  minutes: number;
  sources: readonly { title: string; by: string; url?: string | undefined }[];
}

/** An article, with what it cites. https://schema.org/TechArticle */
export function techArticle(page: URL, image: URL, facts: ArticleFacts): Thing {
  return {
    '@type': 'TechArticle',
    '@id': new URL('#article', page).href,
    mainEntityOfPage: page.href,
    url: page.href,
    headline: facts.title,
    description: facts.description,
    image: image.href,
    datePublished: day(facts.published),
    dateModified: day(facts.checked),
    author: maker(new URL('/', page)),
    publisher: maker(new URL('/', page)),
    inLanguage: site.language,
    isAccessibleForFree: true,
    license: site.licence,
    learningResourceType: 'interactive article',
    timeRequired: `PT${facts.minutes}M`,
    citation: facts.sources.map(({ title, by, url }) => ({
      '@type': 'CreativeWork',
      name: title,
      creditText: by,
      ...(url && { url }),
    })),
  };
}

export interface Term {
  name: string;
  description: string;
  /** Its anchor on the page. */
  id: string;
}

/** A glossary. https://schema.org/DefinedTermSet */
export function definedTermSet(page: URL, name: string, terms: readonly Term[]): Thing {
  return {
    '@type': 'DefinedTermSet',
    '@id': page.href,
    url: page.href,
    name,
    inLanguage: site.language,
    license: site.licence,
    hasDefinedTerm: terms.map((term) => ({
      '@type': 'DefinedTerm',
      '@id': new URL(`#${term.id}`, page).href,
      name: term.name,
      description: term.description,
      inDefinedTermSet: page.href,
    })),
  };
}

/** The pages that are above others; an address between them that is no page has no crumb. */
const sections: Readonly<Record<string, string>> = {
  '/play/': 'Play',
  '/embed/': 'Embed',
};

/** The way from the front page to this one. https://schema.org/BreadcrumbList */
export function breadcrumbs(page: URL, title: string): Thing {
  const above = Object.entries(sections).filter(
    ([path]) => page.pathname.startsWith(path) && page.pathname !== path,
  );
  const trail = [['/', site.name] as const, ...above, [page.pathname, title] as const];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(([path, name], i) => ({
      '@type': 'ListItem',
      position: i + 1,
      name,
      item: new URL(path, page).href,
    })),
  };
}

/** The graph as the content of a script element: no `<` in it can end the element. */
export function toScript(things: readonly Thing[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll(
    '<',
    '\\u003c',
  );
}

/** "2026-11-22", in UTC: a date is a day, not a moment. */
export function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

import { site } from './site.ts';

/** What a link to a page shows elsewhere. */
export interface Preview {
  type: 'article' | 'website';
  url: URL;
  title: string;
  description: string;
  /** A PNG. Its size in px. */
  image: { url: URL; width: number; height: number; alt: string };
}

/** The attributes of a page's meta elements, in the words of Open Graph: https://ogp.me/ */
export function previewTags({ type, url, title, description, image }: Preview) {
  const graph = {
    'og:type': type,
    'og:site_name': site.name,
    'og:locale': site.locale,
    'og:url': url.href,
    'og:title': title,
    'og:description': description,
    'og:image': image.url.href,
    'og:image:type': 'image/png',
    'og:image:width': String(image.width),
    'og:image:height': String(image.height),
    'og:image:alt': image.alt,
  };
  return [
    ...Object.entries(graph).map(([property, content]) => ({ property, content })),
    { name: 'twitter:card', content: 'summary_large_image' },
  ];
}

/** The articles as a feed. */
import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { getCollection } from 'astro:content';
import { site } from '../site/site.ts';

export async function GET({ site: root }: APIContext): Promise<Response> {
  const articles = await getCollection('articles');
  return rss({
    title: site.name,
    description: site.description,
    site: root!,
    trailingSlash: true,
    customData: `<language>${site.language}</language>`,
    items: articles
      .sort((a, b) => b.data.published.getTime() - a.data.published.getTime())
      .map(({ id, data }) => ({
        title: data.title,
        description: data.description,
        link: `/articles/${id}/`,
        pubDate: data.published,
        categories: [data.eyebrow],
      })),
  });
}

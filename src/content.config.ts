import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';

const prose = {
  title: z.string(),
  description: z.string(),
  /** When somebody last held every claim against its source. */
  checked: z.coerce.date(),
};

export const collections = {
  articles: defineCollection({
    loader: glob({ base: './src/content/articles', pattern: '*.mdx' }),
    schema: z.object({
      ...prose,
      eyebrow: z.string(),
      published: z.coerce.date(),
      order: z.number(),
    }),
  }),

  /** Pages about the site itself, such as the method. */
  pages: defineCollection({
    loader: glob({ base: './src/content/pages', pattern: '*.mdx' }),
    schema: z.object({ ...prose, eyebrow: z.string() }),
  }),

  sources: defineCollection({
    loader: file('./src/content/sources.yaml'),
    schema: z.object({
      id: z.string(),
      title: z.string(),
      /** Authors or publisher. */
      by: z.string(),
      /** Absent for our own measurements. */
      url: z.url().optional(),
      /** As far as it is known: a year, a day, a version. */
      date: z.string().optional(),
      supports: z.array(z.string()).min(1),
      read: z.enum(['primary', 'secondary', 'measured', 'reference']),
      /** What else a careful reader should know: "abstract only", how it was measured. */
      note: z.string().optional(),
      checked: z.coerce.date(),
    }),
  }),

  glossary: defineCollection({
    loader: file('./src/content/glossary.yaml'),
    schema: z.object({
      id: z.string(),
      term: z.string(),
      /** Abbreviations and other names. */
      also: z.array(z.string()).default([]),
      /** One or two sentences, which also show beside the word in the text; an example comes first. */
      definition: z.string(),
      /** One more sentence, for the glossary only. */
      more: z.string().optional(),
      /** Ids of related terms. */
      see: z.array(z.string()).default([]),
      /** Ids of sources, each of which a page has to cite as well. */
      sources: z.array(z.string()).default([]),
    }),
  }),
};

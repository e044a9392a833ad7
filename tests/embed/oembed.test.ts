import { DomUtils, parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { frameHead, frameTags } from '../../src/embed/discovery.ts';
import { oembedOf } from '../../src/embed/oembed.ts';
import { rolling } from '../../src/embed/release.ts';
import { queryOf, views, type View } from '../../src/embed/views.ts';
import { findingOf } from '../../src/og/figures.ts';
import { pngSize, svgFile } from '../../src/og/posters.ts';

const home = new URL('https://example.org/');
const all = views.map((view) => [`${view.figure.id}/${view.preset?.id ?? ''}`, view] as const);

/** What wp_filter_oembed_result lets through from a site it does not know. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  blockquote: [],
  iframe: [
    'src',
    'width',
    'height',
    'frameborder',
    'marginwidth',
    'marginheight',
    'scrolling',
    'title',
  ],
};

/** Every element of a piece of HTML, in order. */
const elements = (html: string) => DomUtils.findAll(() => true, parseDocument(html).children);

describe.each(all)('%s as oEmbed', (_, view) => {
  const data = oembedOf(view, home);
  const { id } = view.figure;

  it('has what the specification asks of “rich”, and of a thumbnail', () => {
    expect(data).toMatchObject({ version: '1.0', type: 'rich', cache_age: 86_400 });
    expect(data.title).toContain(view.figure.title);
    expect(data.title).toContain(view.preset?.label ?? '');
    for (const size of [data.width, data.height, data.thumbnail_width, data.thumbnail_height])
      expect(Number.isInteger(size) && size > 0).toBe(true);
    for (const url of [data.author_url, data.provider_url, data.thumbnail_url])
      expect(new URL(url).origin).toBe(home.origin);
  });

  it('is all kept by WordPress', () => {
    for (const { name, attribs } of elements(data.html)) {
      expect(Object.keys(allowed)).toContain(name);
      for (const attribute of Object.keys(attribs)) expect(allowed[name]).toContain(attribute);
    }
    // Its pattern finds a blockquote without attributes, at the very start; a line break may be taken for a paragraph.
    expect(data.html).toMatch(/^<blockquote>[^\n]*<\/iframe>$/);
  });

  it('is a quotation with a link to the page, then an empty frame of ours', () => {
    const [quote, link, frame, ...more] = elements(data.html);
    expect([quote!.name, link!.name, frame!.name, more]).toEqual(['blockquote', 'a', 'iframe', []]);
    expect(DomUtils.textContent(quote!)).toContain(findingOf(id, queryOf(view.preset)));
    const page = new URL(link!.attribs['href']!);
    expect(page.href.replace(page.search, '')).toBe(`${home.href}play/${id}/`);
    expect(Object.fromEntries(page.searchParams)).toEqual(view.preset?.settings ?? {});

    expect(DomUtils.textContent(frame!)).toBe('');
    const { src, height, title, scrolling } = frame!.attribs;
    const preset = view.preset ? `${view.preset.id}/` : '';
    // WordPress adds a fragment; frames higher than 1000 px, its limit, scroll.
    expect(src).toBe(`${home.href}${rolling}/embed/${id}/${preset}`);
    expect(Number(height)).toBe(data.height);
    expect(title).toBe(data.title);
    expect(scrolling).toBeUndefined();
  });

  it('has a poster that stands alone', () => {
    const svg = svgFile(view);
    expect(svg).not.toMatch(/\b(?:href|src)=|url\((?!#)|@import|<script|<foreignObject|system-ui/);
    const [width, height] = [data.thumbnail_width / 2, data.thumbnail_height / 2];
    expect(svg).toContain(` viewBox="0 0 ${width} ${height}"`);
    expect(pngSize(view)).toEqual({
      width: data.thumbnail_width,
      height: data.thumbnail_height,
    });
  });
});

describe('the head of a page for frames', () => {
  const [view] = views;
  const hostile = { label: '"><script>', teaches: "a & b <c> “d” 'e'", id: 'x', settings: {} };
  const odd: View = { figure: view!.figure, preset: hostile };

  it.each([...all, ['odd words', odd] as const])('%s: is the same data as HTML', (_, given) => {
    const html = frameHead(given.figure, given.preset, home);
    const read = elements(html).map(({ name, attribs }) => ({ tag: name, attributes: attribs }));
    expect(read).toEqual(frameTags(given, home));
    // How WordPress looks for it: no angle bracket between those of a link.
    expect(html).toMatch(/^<link [^<>]*type="application\/json\+oembed"[^<>]*>$/m);
  });

  it('names no address without its host', () => {
    for (const { attributes } of frameTags(odd, home)) {
      const { property = '', href, content } = attributes;
      if (href !== undefined) expect(href).toMatch(/^https:/);
      if (/:(url|image)$/.test(property)) expect(content).toMatch(/^https:/);
    }
  });
});

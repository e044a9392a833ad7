// What every page that was built says of itself, and the files it names. Read from the files: it needs no browser.
import { existsSync, readFileSync } from 'node:fs';
import { DomUtils, parseDocument } from 'htmlparser2';
import { isListed } from '../../src/site/site.ts';
import { expect, fileOf, isFrame, pages, test } from './site.ts';

/** Names and values in the head of a page: of meta elements, links, and its JSON-LD. */
function headOf(path: string) {
  const document = parseDocument(readFileSync(fileOf(path), 'utf8'));
  const all = (tag: string) => DomUtils.getElementsByTagName(tag, document);
  const value = (tag: string, by: string, name: string, of: string) =>
    all(tag).find(({ attribs }) => attribs[by] === name)?.attribs[of];
  return {
    meta: (name: string) =>
      value('meta', 'property', name, 'content') ?? value('meta', 'name', name, 'content'),
    link: (rel: string) => value('link', 'rel', rel, 'href'),
    data: all('script')
      .filter(({ attribs }) => attribs['type'] === 'application/ld+json')
      .map((script) => JSON.parse(DomUtils.textContent(script)) as Graph),
  };
}
interface Graph {
  '@context': string;
  '@graph': { '@type': string; [property: string]: unknown }[];
}

const root = new URL(headOf('/').link('canonical')!);
const thingsOn = (path: string) => headOf(path).data[0]!['@graph'];
const sitemap = readFileSync('dist/sitemap-0.xml', 'utf8');

for (const path of pages.filter(isListed)) {
  test.describe(path, () => {
    const { meta, link, data } = headOf(path);

    test('its canonical address is its own, and in the sitemap', () => {
      expect(link('canonical')).toBe(new URL(path, root).href);
      expect(meta('og:url')).toBe(link('canonical'));
      expect(meta('robots')).toBeUndefined();
      expect(sitemap).toContain(`<loc>${link('canonical')}</loc>`);
    });

    test('its preview has a title, words, and an image of the size it says', () => {
      for (const name of ['og:title', 'og:description', 'og:image:alt', 'og:site_name'])
        expect(meta(name), name).toMatch(/\w/);
      expect(meta('twitter:card')).toBe('summary_large_image');
      const image = new URL(meta('og:image')!);
      expect(image.origin).toBe(root.origin);
      const png = readFileSync(`dist${image.pathname}`);
      expect(png.toString('latin1', 1, 4)).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      expect([meta('og:image:width'), meta('og:image:height')]).toEqual(['1200', '630']);
    });

    test('its structured data can be read, and leads to pages that are there', () => {
      expect(data).toHaveLength(1);
      expect(data[0]!['@context']).toBe('https://schema.org');
      const kinds = thingsOn(path).map((thing) => thing['@type']);
      expect(kinds).toContain(path === '/' ? 'WebSite' : 'BreadcrumbList');
      const crumbs = thingsOn(path).find((thing) => thing['@type'] === 'BreadcrumbList');
      for (const { item } of (crumbs?.['itemListElement'] ?? []) as { item: string }[])
        expect(existsSync(fileOf(new URL(item).pathname)), item).toBe(true);
    });
  });
}

for (const path of pages.filter((page) => !isListed(page)))
  test(`${path} is kept out of search engines`, () => {
    const { meta, link } = headOf(path);
    expect(meta('robots')).toContain('noindex');
    expect(sitemap).not.toContain(`<loc>${new URL(path, root).href}</loc>`);
    // A bare figure is the play page's other self, with a preview of its own; the others are nobody's.
    const canonical = link('canonical');
    expect(canonical !== undefined).toBe(isFrame(path));
    expect(meta('og:image') !== undefined).toBe(isFrame(path));
    if (canonical) expect(existsSync(fileOf(new URL(canonical).pathname))).toBe(true);
  });

for (const path of pages.filter((page) => page.startsWith('/articles/')))
  test(`${path} says what it is, when it was checked, and all that it cites`, () => {
    const article = thingsOn(path).find((thing) => thing['@type'] === 'TechArticle')!;
    const html = readFileSync(fileOf(path), 'utf8');
    const cited = new Set(html.match(/(?<=href="#source-)[^"]+/g));
    expect(cited.size).toBeGreaterThan(0);
    expect(article['citation']).toHaveLength(cited.size);
    expect(headOf(path).meta('og:type')).toBe('article');
    expect(headOf(path).meta('article:modified_time')).toBe(article['dateModified']);
    expect(html).toContain(`datetime="${String(article['dateModified'])}"`);
  });

test('robots are told where the sitemap is', () => {
  const [, address] = /^Sitemap: (.+)$/m.exec(readFileSync('dist/robots.txt', 'utf8'))!;
  expect(existsSync(fileOf(new URL(address!).pathname))).toBe(true);
  expect(new URL(address!).origin).toBe(root.origin);
});

test('the feed has every article, with an address that is there', () => {
  expect(headOf('/').link('alternate')).toBe('/rss.xml');
  const feed = parseDocument(readFileSync('dist/rss.xml', 'utf8'), { xmlMode: true });
  const text = (tag: string, under = feed) =>
    DomUtils.textContent(DomUtils.getElementsByTagName(tag, under));
  const items = DomUtils.getElementsByTagName('item', feed);
  const links = items.map((item) =>
    DomUtils.textContent(DomUtils.getElementsByTagName('link', item)),
  );
  expect(links.map((link) => new URL(link).pathname).sort()).toEqual(
    pages.filter((page) => page.startsWith('/articles/')),
  );
  for (const link of links) expect(new URL(link).origin).toBe(root.origin);
  for (const item of items) {
    const date = DomUtils.textContent(DomUtils.getElementsByTagName('pubDate', item));
    expect(Number.isNaN(Date.parse(date))).toBe(false);
    for (const tag of ['title', 'description'])
      expect(DomUtils.textContent(DomUtils.getElementsByTagName(tag, item)), tag).toMatch(/\w/);
  }
  expect(text('language')).toBe('en');
});

test('every figure’s poster lies where it always lies', () => {
  for (const page of pages.filter((path) => /^\/play\/./.test(path))) {
    const name = page.split('/')[2]!;
    expect(readFileSync(`dist/posters/${name}.svg`, 'utf8')).toMatch(/^<svg [^>]*width="\d+"/);
    expect(readFileSync(`dist/posters/${name}.png`).toString('latin1', 1, 4)).toBe('PNG');
  }
});

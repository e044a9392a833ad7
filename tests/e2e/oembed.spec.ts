// What others make of a link to a figure, as a library understands it that turns links into embeds.
import { existsSync, readFileSync } from 'node:fs';
import { DomUtils, parseDocument } from 'htmlparser2';
import { unfurl } from 'unfurl.js';
import { framePath, oembedPath, playPath, posterPath } from '../../src/embed/addresses.ts';
import { embedHeight, width } from '../../src/embed/heights.ts';
import { views } from '../../src/embed/views.ts';
import { expect, fileOf, test } from './site.ts';

type Unfurled = Awaited<ReturnType<typeof unfurl>>;

const html = readFileSync('dist/index.html', 'utf8');
const home = new URL(/<link rel="canonical" href="([^"]+)"/.exec(html)![1]!);

/** Looks at an address of ours as it will be, at the server that is there now. Any other stays unanswered. */
function unfurlAt(address: string, baseURL: string): Promise<Unfurled> {
  return unfurl(address, {
    fetch: (url: string) => {
      expect(new URL(url).origin).toBe(home.origin);
      return fetch(url.replace(home.origin, baseURL));
    },
  });
}

/** The file behind an address, which is ours and is there. */
function fileAt(address: string): string {
  const { origin, pathname } = new URL(address);
  expect(origin).toBe(home.origin);
  expect(existsSync(fileOf(pathname)), address).toBe(true);
  return fileOf(pathname);
}

function pngSizeAt(address: string) {
  const png = readFileSync(fileAt(address));
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  expect(png.length).toBeLessThan(220_000);
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** The frame in a piece of HTML, what it quotes, and the links. */
function partsOf(code: string) {
  const document = parseDocument(code);
  const all = (tag: string) => DomUtils.getElementsByTagName(tag, document);
  const frames = all('iframe');
  expect(frames).toHaveLength(1);
  return {
    frame: frames[0]!.attribs,
    quote: DomUtils.textContent(all('blockquote')),
    links: all('a').map(({ attribs }) => attribs['href']!),
  };
}

for (const { figure, preset } of views) {
  const frame = framePath(figure.id, { preset: preset?.id });

  for (const path of preset ? [frame] : [frame, playPath(figure.id)])
    test(`${path} unfolds into the figure`, async ({ baseURL }) => {
      const { oEmbed, open_graph, canonical_url } = await unfurlAt(home.origin + path, baseURL!);

      expect(oEmbed).toMatchObject({ type: 'rich', version: '1.0', provider_name: 'Feels Fast' });
      expect(oEmbed!.title).toContain(preset?.label ?? figure.title);
      if (oEmbed?.type !== 'rich') throw new Error('Not a figure.');
      const { frame: iframe, quote, links } = partsOf(oEmbed.html);
      expect(fileAt(iframe['src']!)).toMatch(new RegExp(`^dist/v\\d+${frame}index.html$`));
      expect(iframe).toMatchObject({ height: String(oEmbed.height), title: oEmbed.title });
      expect(oEmbed.width).toBe(width);
      for (const link of links) fileAt(link);

      expect(oEmbed.thumbnails).toHaveLength(1);
      const { url, ...size } = oEmbed.thumbnails![0];
      expect(new URL(url!).pathname).toBe(posterPath(figure.id, 'png', preset?.id));
      expect(pngSizeAt(url!)).toEqual(size);

      expect(open_graph.title).toBe(oEmbed.title);
      expect(open_graph.description).toBe(preset?.teaches ?? figure.summary);
      expect(open_graph.url).toBe(home.origin + path);
      expect(open_graph.images).toHaveLength(1);
      const [image] = open_graph.images!;
      expect(pngSizeAt(image!.url)).toEqual({ width: image!.width, height: image!.height });
      expect(quote).toContain(image!.alt);

      // The page that search engines are led to shows the same.
      const canonical = new URL(canonical_url!);
      expect(canonical.pathname).toBe(playPath(figure.id));
      expect(Object.fromEntries(canonical.searchParams)).toEqual(preset?.settings ?? {});
      expect(await unfurlAt(iframe['src']!, baseURL!).then((again) => again.oEmbed)).toEqual(
        oEmbed,
      );
    });

  test(`${oembedPath(figure.id, preset?.id)} names only what is there`, async ({ request }) => {
    // What consumers add to the address is lost on files, and does no harm.
    const query = '?format=json&maxwidth=500&maxheight=750&dnt=1';
    const response = await request.get(oembedPath(figure.id, preset?.id) + query);
    expect(response.headers()['content-type']).toContain('application/json');
    const addresses = (await response.text()).match(/https?:[^"\\\s<>]+/g)!;
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) fileAt(address);
  });
}

test('every poster is a picture by itself', async ({ page }) => {
  const seen: string[] = [];
  page.on('request', (request) => seen.push(request.url()));
  for (const { figure, preset } of views) {
    const path = posterPath(figure.id, 'svg', preset?.id);
    await page.goto(path);
    expect.soft(await page.evaluate(() => document.documentElement.localName), path).toBe('svg');
    expect.soft(seen.splice(0), path).toHaveLength(1);
  }
});

test.describe(`the heights in src/embed/heights.ts are those at a width of ${width} px`, () => {
  test.use({ viewport: { width, height: 600 } });
  /** Each system's own font makes it a few lines more or less. Beyond this the figure has changed, or a preset is far off. */
  const tolerance = 0.08;

  test('of each frame', async ({ page }) => {
    test.slow(); // there are many
    for (const { figure, preset } of views) {
      await page.goto(framePath(figure.id, { preset: preset?.id }));
      await expect(page.locator('figure.ff')).toHaveAttribute('data-live', 'true');
      await page.evaluate(() => document.fonts.ready);
      const height = await page.evaluate(
        () => document.documentElement.getBoundingClientRect().height,
      );
      const said = embedHeight(figure.id, preset?.id);
      const line = `'${figure.id}${preset ? `/${preset.id}` : ''}': ${Math.ceil(height / 10) * 10},`;
      expect
        .soft(
          Math.abs(said - height) < tolerance * height,
          `It is ${height} px, and ${said} stands there. Write “${line}” or, where the figure is so high as it comes, that without the preset.`,
        )
        .toBe(true);
    }
  });
});

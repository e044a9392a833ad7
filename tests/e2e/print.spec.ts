// Articles on paper. The page is as wide as the text of an A4 sheet, and a figure must fit on one.
import { expect, pages, test } from './site.ts';

const mm = 96 / 25.4;
/** A4 or Letter, whichever leaves less, without the margins of print.css. */
const sheet = { width: Math.floor((210 - 34) * mm), height: Math.floor((279 - 39) * mm) };

test.use({ viewport: sheet });

for (const path of pages.filter((page) => page.startsWith('/articles/'))) {
  test.describe(path, () => {
    test.beforeEach(async ({ page }) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.goto(path);
    });

    test('figures are whole, and fit on a sheet', async ({ page }) => {
      for (const figure of await page.locator('.prose .figure').all()) {
        expect(await figure.evaluate((e) => getComputedStyle(e).breakInside)).toBe('avoid');
        expect((await figure.boundingBox())!.height).toBeLessThan(sheet.height);
      }
    });

    test('page by page: no figure is cut in two, and no heading ends a page', async ({ page }) => {
      // Columns as high as a sheet break where sheets do, and can be measured.
      const onSheets = (css: string) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets.push(sheet);
        const sheetOf = (box: DOMRect) => Math.floor(box.left / innerWidth);
        const cut = [...document.querySelectorAll('.prose :is(.figure, figure:not(.snippet))')]
          .filter((figure) => new Set([...figure.getClientRects()].map(sheetOf)).size > 1)
          .map((figure) => figure.textContent.trim().slice(0, 40));
        const headings = [...document.querySelectorAll('.prose > .heading')];
        const last = headings
          .filter(
            (heading) =>
              sheetOf(heading.getClientRects()[0]!) !==
              sheetOf(heading.nextElementSibling!.getClientRects()[0]!),
          )
          .map((heading) => heading.textContent);
        const sheets = Math.ceil(document.documentElement.scrollWidth / innerWidth);
        return { cut, last, several: headings.length > 5 && sheets > 5 };
      };
      const { width, height } = sheet;
      const columns = `body { inline-size: ${width}px; block-size: ${height}px; min-block-size: 0; columns: ${width}px; column-gap: 0; column-fill: auto }`;
      expect(await page.evaluate(onSheets, columns)).toEqual({ cut: [], last: [], several: true });
    });

    test('tables and code are not cut off at the side', async ({ page }) => {
      for (const part of await page.locator('.prose :is(pre, table)').all()) {
        if (!(await part.isVisible())) continue;
        const { x, width } = (await part.boundingBox())!;
        expect(x + width).toBeLessThanOrEqual(sheet.width + 1);
        expect(await part.evaluate((e) => e.scrollWidth - e.clientWidth)).toBeLessThanOrEqual(1);
      }
    });

    test('it is light, whatever the reader chose', async ({ page }) => {
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
      const [paper, ink] = await page.evaluate(() => {
        const { backgroundColor, color } = getComputedStyle(document.body);
        return [backgroundColor, color];
      });
      expect(paper).toBe('rgb(255, 255, 255)');
      expect(ink).toMatch(/^oklch\(0\.2/);
    });

    test('numbers that set a figure are text, and nothing is left that only works on a screen', async ({
      page,
    }) => {
      const set = page.locator('.prose .set').first();
      expect(await set.evaluate((e) => getComputedStyle(e).display)).toBe('contents');
      for (const selector of ['header.bar', 'main nav', '.skip', '.permalink', '.figure button'])
        for (const part of await page.locator(selector).all()) await expect(part).toBeHidden();
    });

    test('a source says where it is', async ({ page }) => {
      const link = page.locator('.footnotes li > a[href^=http]').first();
      const shown = await link.evaluate((e) => getComputedStyle(e, '::after').content);
      expect(shown).toBe(`" (${await link.getAttribute('href')})"`);
    });
  });
}

// Who asks the system for more contrast gets it, in both themes, on the site and in a frame.
import { figures } from '../../src/components/figures/registry.ts';
import { framePath } from '../../src/embed/addresses.ts';
import { expect, test } from './site.ts';

const names = ['soft', 'edge', 'line', 'hair'] as const;

/** In the page: the contrast of each colour with the paper. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrasts(colours: readonly string[]): number[] {
  const figure = document.querySelector('.ff')!;
  const probe = figure.appendChild(document.createElement('i'));
  const pixel = new OffscreenCanvas(1, 1).getContext('2d')!;
  const luminance = (name: string) => {
    probe.style.color = `var(--${name})`;
    pixel.fillStyle = getComputedStyle(probe).color;
    pixel.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...pixel.getImageData(0, 0, 1, 1).data].map((part) => {
      const c = part / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  const paper = luminance('paper');
  return colours.map((name) => {
    const other = luminance(name);
    return (Math.max(paper, other) + 0.05) / (Math.min(paper, other) + 0.05);
  });
}

for (const path of ['/', framePath(figures[0]!.id)])
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${path}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      const before = await page.evaluate(contrasts, names);
      await page.emulateMedia({ colorScheme, contrast: 'more' });
      const after = await page.evaluate(contrasts, names);
      const [soft, edge, line] = after;
      expect(soft).toBeGreaterThan(7);
      expect(edge).toBeGreaterThan(4.5);
      expect(line).toBeGreaterThan(3);
      for (const [i, contrast] of after.entries()) expect(contrast).toBeGreaterThan(before[i]!);
    });

import type { Page } from '@playwright/test';

/** The least that a reader may ask of text. https://www.w3.org/TR/WCAG22/#text-spacing */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-block-end: 2em !important }`;

/** Spaces out all text of the page. */
export const spaceOut = (page: Page): Promise<void> =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, spacing);

/** What in the page has no room: it makes the page scroll sideways, sticks out of it, or stands on other words. */
export const noRoom = (page: Page): Promise<string[]> => page.evaluate(look);

/** In the page. */
function look(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  // Fitted, cut off on purpose, or shown only when asked for.
  const apart = 'svg, math, option, .screen, .skip, .definition, .visually-hidden';
  const name = ({ localName, className, textContent }: Element) =>
    `${localName}.${className} “${textContent.trim().slice(0, 30)}”`;
  /** What is seen of a box of an element's: others cut it off. */
  const seen = (box: DOMRect, of: Element | null): DOMRect => {
    if (of === null || of === document.body) return box;
    if (getComputedStyle(of).overflowX === 'visible') return seen(box, of.parentElement);
    const edge = of.getBoundingClientRect();
    const [left, top] = [Math.max(box.left, edge.left), Math.max(box.top, edge.top)];
    const width = Math.min(box.right, edge.right) - left;
    const height = Math.min(box.bottom, edge.bottom) - top;
    return seen(new DOMRect(left, top, Math.max(0, width), Math.max(0, height)), of.parentElement);
  };

  const lines: { element: Element; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement!;
    const words = node.textContent!.trim();
    const shown = { opacityProperty: true, visibilityProperty: true };
    if (!words || element.closest(apart) || !element.checkVisibility(shown)) continue;
    if (getComputedStyle(element).clipPath !== 'none') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const whole of range.getClientRects()) {
      const box = seen(whole, element);
      if (box.width > 1 && box.height > 1) lines.push({ element, box });
    }
  }
  const labels = [...document.querySelectorAll('label')]
    .filter((element) => getComputedStyle(element).position === 'absolute')
    .map((element) => ({ element, box: element.getBoundingClientRect() }));
  const things = [...lines, ...labels].sort((a, b) => a.box.top - b.box.top);

  const found = scrollWidth > clientWidth ? [`scrolls ${scrollWidth - clientWidth} px`] : [];
  for (const [i, { element, box }] of things.entries()) {
    if (box.right > innerWidth + 1 || box.left < -1) found.push(`sticks out: ${name(element)}`);
    for (let k = i + 1; k < things.length && things[k]!.box.top < box.bottom - 3; k++) {
      const other = things[k]!;
      if (element.contains(other.element) || other.element.contains(element)) continue;
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - other.box.top;
      if (across > 2 && down > 4) found.push(`${name(element)} on ${name(other.element)}`);
    }
  }
  return [...new Set(found)];
}

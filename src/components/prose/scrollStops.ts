const named = new WeakMap<Element, Record<string, string>>();

// One for all boxes of a page, which hears of all of them at once: all widths are read before anything is changed, or the
// page would be laid out again for each.
const sizes = new ResizeObserver((entries) => {
  const boxes = entries.map(({ target }) => ({
    target,
    scrolls: target.scrollWidth > target.clientWidth,
  }));
  for (const { target, scrolls } of boxes) {
    const stop = { tabindex: '0', role: 'group', ...named.get(target) };
    for (const [name, value] of Object.entries(stop))
      if (scrolls) target.setAttribute(name, value);
      else target.removeAttribute(name);
  }
});

/**
 * Only what scrolls is a stop for the Tab key, and then it says what it is; without a script, every box that may scroll
 * is one. The page's scripts call this once for each kind of box.
 */
export function scrollStops(boxes: Iterable<HTMLElement>): void {
  for (const box of boxes) {
    named.set(box, nameOf(box));
    sizes.observe(box);
  }
}

/** The attribute that names a box: what it has, or what its data says. */
function nameOf(box: HTMLElement): Record<string, string> {
  const by = box.getAttribute('aria-labelledby');
  if (by) return { 'aria-labelledby': by };
  return { 'aria-label': box.getAttribute('aria-label') ?? box.dataset['name'] ?? '' };
}

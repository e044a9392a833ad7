// Run in the page, so each stands alone.

/** Whether a figure is so near the first screen that it wakes at once. */
export function figuresInSight(): boolean {
  const margin = 300; // that of src/components/figures/NAME/Island.astro
  return [...document.querySelectorAll('figure[data-figure]')].some(
    (figure) => figure.getBoundingClientRect().top < innerHeight + margin,
  );
}

/** Whether every figure on the screen is awake. */
export function figuresAwake(): boolean {
  return [...document.querySelectorAll('figure[data-figure]')].every((figure) => {
    const { top, bottom } = figure.getBoundingClientRect();
    return bottom < 0 || top > innerHeight || figure.hasAttribute('data-live');
  });
}

/** Code that stands in the page itself. */
export function inlineCode(): { style: string; script: string } {
  const textOf = (selector: string) =>
    [...document.querySelectorAll(selector)].map((element) => element.textContent).join('\n');
  return { style: textOf('style'), script: textOf('script:not([src], [type*=json])') };
}

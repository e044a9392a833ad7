/**
 * How light a computed colour is from 0 to 1: "rgb(…)", "oklch(…)", "lab(…)", "color(…)" and their like.
 * `null` where more is seen of what is below it.
 */
function lightness(colour: string): number | null {
  const [a = 0, b = 0, c = 0, alpha = 1] = (colour.match(/(?<=[ (])[-\d.e]+/g) ?? []).map(Number);
  if (alpha < 0.5) return null;
  const most = colour.startsWith('rgb') ? 255 : colour.startsWith('l') ? 100 : 1;
  return (/^(ok)?l/.test(colour) ? a : 0.3 * a + 0.6 * b + 0.1 * c) / most;
}

/**
 * Whether the page around `element` is light or dark, where its `color-scheme` does not pass that on: from the first
 * ground that can be seen or, where there is none, from the text. `auto` where the browser knows by itself.
 */
export function themeAround(element: Element): 'auto' | 'light' | 'dark' {
  const { colorScheme, color } = getComputedStyle(element);
  if (colorScheme !== 'normal') return 'auto';
  let light: number | null = null;
  let e: Element | null | undefined = element;
  while (e && light === null) {
    light = lightness(getComputedStyle(e).backgroundColor);
    e = e.parentElement ?? (e.getRootNode() as Partial<ShadowRoot>).host;
  }
  return (light ?? 1 - (lightness(color) ?? 0)) < 0.5 ? 'dark' : 'light';
}

/** Calls back when the page may have changed its theme, until the signal says stop. */
export function onThemeChange(changed: () => void, until: { signal?: AbortSignal } = {}): void {
  const { documentElement: html } = document;
  const look = () => {
    seen.observe(html, { attributes: true, childList: true });
    // There is no body yet for a script in the head, and on some sites a new one for every page.
    if (document.body as unknown) seen.observe(document.body, { attributes: true });
  };
  const seen = new MutationObserver(() => (look(), changed()));
  look();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changed, until);
  // Where colours fade, they are not there yet when the attribute changes.
  document.addEventListener('transitionend', changed, until);
  until.signal?.addEventListener('abort', () => seen.disconnect());
}

/**
 * Around the figure. Its text is as big as the host wants it, whatever the size of the host's own root is, and nothing
 * else comes in by inheritance but whether it is seen, takes clicks, and is light or dark.
 */
const around =
  ':host{display:block;--rem:var(--ff-font-size,16px)}:host([hidden]){display:none}' +
  ':host>div{all:initial;display:block;visibility:inherit;pointer-events:inherit;color-scheme:inherit}';

/**
 * A style sheet for a shadow root. A `rem` there would hang on the page around, where 1 rem may be 10 px: it becomes
 * `var(--rem)`, and 16 px in the conditions of container queries, which take no variables.
 */
export function forShadow(css: string): string {
  const conditions = css.replace(/@container[^{]*/g, (condition) =>
    condition.replace(/([\d.]+)rem\b/g, (_, value: string) => `${Number(value) * 16}px`),
  );
  const own = conditions.replaceAll(/--rem:var\(--ff-font-size,\s*1rem\);?/g, '');
  return around + own.replace(/(?<![\w.])(-?\d*\.?\d+)rem\b/g, 'calc(var(--rem)*$1)');
}

/**
 * Markup without style attributes, which a strict content-security policy refuses, and a style sheet that does the
 * same. For pictures that stand still: what a script draws sets its styles itself.
 */
export function hoistStyles(markup: string): { markup: string; css: string } {
  const rules = new Map<string, number>();
  const hoisted = markup.replace(/ style="([^"]*)"/g, (_, style: string) => {
    if (!rules.has(style)) rules.set(style, rules.size);
    return ` data-style="${rules.get(style)!}"`;
  });
  const css = [...rules].map(([style, i]) => `[data-style="${i}"]{${style}}`);
  return { markup: hoisted, css: css.join('\n') };
}

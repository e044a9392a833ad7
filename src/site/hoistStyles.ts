import { Parser } from 'htmlparser2';

/**
 * HTML without style attributes, which a strict content-security policy refuses, and a style sheet that does the same.
 *
 * Each style gets an attribute of its own, which browsers find faster than one attribute's many values. An id that no
 * element has makes the rules as strong as style attributes are: only `!important` is stronger, and what a script sets.
 * In an Astro island they end with its server-rendered state, since from then on its component sets its styles itself,
 * and are there again when a figure that failed gives way to its still picture.
 */
export function hoistStyles(html: string): { markup: string; css: string } {
  const names = new Map<string, string>();
  const [pages, islands] = [new Set<string>(), new Set<string>()];
  let [markup, copied, depth] = ['', 0, 0];

  const parser = new Parser({
    onopentag(tag, { style: written }) {
      if (tag === 'astro-island') depth++;
      if (written === undefined) return;
      const style = compact(written);
      if (!names.has(style)) names.set(style, `data-s${names.size}`);
      (depth > 0 ? islands : pages).add(style);
      const source = html.slice(parser.startIndex, parser.endIndex + 1);
      const changed = source.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*')/, ` ${names.get(style)!}`);
      markup += html.slice(copied, parser.startIndex) + changed;
      copied = parser.endIndex + 1;
    },
    onclosetag(tag) {
      if (tag === 'astro-island') depth--;
    },
  });
  parser.end(html);

  const sheet = (around: string, styles: ReadonlySet<string>) => {
    const rules = [...styles].map((style) => `[${names.get(style)!}]{${style}}`);
    return rules.length > 0 ? `${around}:not(#_){${rules.join('')}}` : '';
  };
  return {
    markup: markup + html.slice(copied),
    css: sheet(':root', pages) + sheet(':is(astro-island[ssr],[data-still])', islands),
  };
}

/** Without what nobody needs. Strings stay. */
const compact = (style: string): string =>
  style.replaceAll(/("[^"]*"|'[^']*')|\s*([:;])\s*/g, '$1$2').replace(/;$/, '');

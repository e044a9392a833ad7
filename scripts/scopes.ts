// What a build knows of a page's style sheet that its parts do not: which components are on the page. Astro scopes their
// rules by an attribute, Svelte by a class (svelte.config.js).

/** `[data-astro-cid-rhr7wtid]`, `._1h4o3` */
const scopes = /\[data-astro-cid-\w+\]|\._\w+/g;
/** Strings first, so that nothing in them counts. */
const signs = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[{};]/g;

/** The rules and statements of a minified style sheet, with all that is nested in them. */
export function topLevel(css: string): string[] {
  const rules: string[] = [];
  let [from, depth] = [0, 0];
  for (const { 0: sign, index } of css.matchAll(signs)) {
    if (sign === '{') depth++;
    if (sign === '}') depth--;
    if (depth > 0 || (sign !== '}' && sign !== ';')) continue;
    rules.push(css.slice(from, index + 1).trim());
    from = index + 1;
  }
  return [...rules, css.slice(from).trim()];
}

/** Rules without those of components that are not on the page, nor can come onto it: Svelte's come with an island. */
export function ofPage(rules: readonly string[], html: string): string[] {
  const islands = html.includes('<astro-island');
  return rules.filter((rule) => {
    const scope = scopeOf(rule);
    if (scope === null) return true;
    return html.includes(bare(scope)) || (islands && scope.startsWith('.'));
  });
}

/** Rules that follow each other within one scope name it once: nested, a rule is as strong, and as late, as it was. */
export function nested(rules: readonly string[]): string {
  let [css, around] = ['', null as string | null];
  for (const rule of rules) {
    const scope = scopeOf(rule);
    if (scope !== around) css += (around ? '}' : '') + (scope ? `${scope}{` : '');
    css += scope ? rule.replaceAll(pattern(scope), '&') : rule;
    around = scope;
  }
  return around ? `${css}}` : css;
}

/** A style sheet with `data-c0`, by their order in it, in the place of Astro's attributes, and what does so in its page. */
export function shortScopes(css: string): { css: string; names: (html: string) => string } {
  const known = new Map<string, string>();
  const names = (text: string) =>
    text.replaceAll(/data-astro-cid-\w+/g, (long) => {
      if (!known.has(long)) known.set(long, `data-c${known.size}`);
      return known.get(long)!;
    });
  return { css: names(css), names };
}

/** The scope that each selector of a rule is in, if there is one. */
function scopeOf(rule: string): string | null {
  if (/^@(?!media|container|supports)|@keyframes|&/.test(rule)) return null;
  const selectors = selectorsOf(rule);
  const found = selectors[0]?.match(scopes) ?? [];
  return (
    found.find((scope) => selectors.every((selector) => pattern(scope).test(selector))) ?? null
  );
}

/** Each selector by itself, also those within `@media` and its like. */
function selectorsOf(rule: string): string[] {
  const selectors: string[] = [];
  let from = 0;
  for (const { 0: sign, index } of rule.matchAll(signs)) {
    if (sign.length > 1) continue;
    const prelude = rule.slice(from, index).trim();
    if (sign === '{' && !prelude.startsWith('@')) selectors.push(...listed(prelude));
    from = index + 1;
  }
  return selectors;
}

/** What stands between the commas that are in no parentheses. */
function listed(selectors: string): string[] {
  const list: string[] = [];
  let [from, depth] = [0, 0];
  for (const { 0: sign, index } of selectors.matchAll(/[(),]/g)) {
    if (sign === '(') depth++;
    if (sign === ')') depth--;
    if (sign !== ',' || depth > 0) continue;
    list.push(selectors.slice(from, index));
    from = index + 1;
  }
  return [...list, selectors.slice(from)];
}

const bare = (scope: string): string => scope.replaceAll(/[.[\]]/g, '');

const pattern = (scope: string): RegExp => new RegExp(`${RegExp.escape(scope)}(?![\\w-])`, 'g');

import type { HeaderTable, Rule } from './rules.ts';

/**
 * The file `_headers` of Netlify and Cloudflare Pages: a path, then its headers, indented. Each path is there once, since
 * of two blocks for the same path Cloudflare reads the last only.
 * https://docs.netlify.com/routing/headers/ · https://developers.cloudflare.com/pages/configuration/headers/
 */
export function toHeadersFile({ rules, scripts, types }: HeaderTable): string {
  const script = { 'Content-Type': types['js']! };
  const all = [...rules, { what: 'scripts for other pages', for: scripts, headers: script }];
  const each = all.flatMap((rule) => rule.for.map((path) => ({ path, ...rule })));
  const blocks = [...Map.groupBy(each, ({ path }) => path)].map(([path, fitting]) => [
    ...fitting.map(({ what }) => `# ${what}`),
    path,
    ...fitting.flatMap(({ headers }) =>
      Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ),
  ]);
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

/** Reads a file that `toHeadersFile` wrote: a rule for each path. */
export function parseHeadersFile(text: string): Rule[] {
  const blocks = text.matchAll(/^# (.*)\n(?:#.*\n)*(\/.*)\n((?: {2}.*\n)+)/gm);
  return [...blocks].map(([, what, path, lines]) => ({
    what: what!,
    for: [path!],
    headers: Object.fromEntries(
      [...lines!.matchAll(/^ {2}([\w-]+): (.*)$/gm)].map(([, name, value]) => [name!, value!]),
    ),
  }));
}

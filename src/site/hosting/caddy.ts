import type { Place } from './nginx.ts';
import { extensionsByType, headersFor, type Headers, type HeaderTable } from './rules.ts';

/**
 * A site for a Caddyfile. Caddy applies every `header` that fits; one with `?` only where nothing else has set it. What
 * was set for a path that is not there is still set when the error page is sent, so that page says all of it anew.
 * https://caddyserver.com/docs/caddyfile/directives/header
 */
export function toCaddy(table: HeaderTable, { host, root }: Place): string {
  const rules = table.rules.map(({ what, for: patterns, headers }, i) => {
    const [matcher, name] = patterns.includes('/*')
      ? ['', '']
      : [`\t@rule${i} path ${patterns.join(' ')}\n`, ` @rule${i}`];
    return `\t# ${what}\n${matcher}\theader${name} ${block(headers, '\t')}`;
  });
  const onError = headersFor(table, '/404.html');
  const elsewhere = table.rules.flatMap(({ headers }) => Object.keys(headers));
  const taken = [...new Set(elsewhere)].filter((name) => onError[name] === undefined);

  return `${host} {
\troot * ${root}
\tencode gzip
\tfile_server

${rules.join('\n')}
\t# where no rule says otherwise
${Object.entries(table.otherwise)
  .map(([name, value]) => `\theader ?${name} "${value}"`)
  .join('\n')}

\tmap {path} {type} {
${extensionsByType(table)
  .map(([type, extensions]) => `\t\t~${ending(extensions)} "${type}"`)
  .join('\n')}
\t\tdefault "${table.types['*']!}"
\t}
\theader Content-Type {type}

\thandle_errors {
\t\trewrite * /404.html
\t\theader ${block(onError, '\t\t', taken)}\t\tfile_server
\t}
}
`;
}

/** As a regular expression. A page's address ends with a slash. */
const ending = (extensions: readonly string[]): string =>
  extensions.map((extension) => `${extension === 'html' ? '/$|' : ''}\\.${extension}$`).join('|');

function block(headers: Headers, indent: string, taken: readonly string[] = []): string {
  const lines = [
    ...Object.entries(headers).map(([name, value]) => `${name} "${value}"`),
    ...taken.map((name) => `-${name}`),
  ];
  return `{\n${lines.map((line) => `${indent}\t${line}\n`).join('')}${indent}}\n`;
}

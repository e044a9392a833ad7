import { extensionsByType, type HeaderTable } from './rules.ts';

export interface Place {
  /** "feels-fast.example" */
  host: string;
  /** The folder of the built site. */
  root: string;
  /** Port, or address and port. */
  listen?: string;
}

/**
 * A site for nginx, as a file for `conf.d`: its `http` block includes it.
 *
 * An `add_header` in a `location` drops those of the server, so all of them stand in the server and take their values
 * from maps; an empty one is not sent. In the maps `$uri` is the file in the end: `/404.html` for what is not there.
 * https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header
 */
export function toNginx(table: HeaderTable, { host, root, listen = '80' }: Place): string {
  const names = [...new Set(table.rules.flatMap(({ headers }) => Object.keys(headers)))];
  const types = extensionsByType(table).map(
    ([type, extensions]) => [type.split(';')[0]!, extensions.join(' ')] as const,
  );
  // HTML is always among those with a charset and those compressed, and naming it again is a warning.
  const texts = types.map(([type]) => type).filter((type) => /text|json|xml/.test(type));
  const others = texts.filter((type) => type !== 'text/html');

  return `${names
    .filter((name) => !everywhere(table, name))
    .map((name) => map(table, name))
    .join('\n')}
server {
    listen ${listen};
    server_name ${host};
    root ${root};
    index index.html;
    error_page 403 404 =404 /404.html;
    absolute_redirect off;

    types {
${types.map(([type, extensions]) => `        ${type} ${extensions};`).join('\n')}
    }
    default_type ${table.types['*']!};
    charset utf-8;
    charset_types ${others.filter((type) => type.startsWith('text/')).join(' ')};

    gzip on;
    gzip_vary on;
    gzip_proxied any;
    gzip_min_length 512;
    gzip_types ${others.join(' ')};

${names.map((name) => `    add_header ${name} ${everywhere(table, name) ?? variable(name)} always;`).join('\n')}
}
`;
}

/** The value of a header that every path has. */
function everywhere({ rules }: HeaderTable, name: string): string | undefined {
  const value = rules.find((rule) => rule.for.includes('/*'))?.headers[name];
  return value && quote(value);
}

function map({ rules, otherwise }: HeaderTable, name: string): string {
  const lines = rules
    .filter(({ headers }) => headers[name] !== undefined)
    .map(
      ({ what, for: patterns, headers }) =>
        `    # ${what}\n    ~^(${patterns.map(regex).join('|')}) ${quote(headers[name]!)};\n`,
    );
  return `map $uri ${variable(name)} {
    default ${quote(otherwise[name] ?? '')};
${lines.join('')}}
`;
}

const variable = (header: string) => `$ff_${header.toLowerCase().replaceAll('-', '_')}`;
const quote = (text: string) => `"${text}"`;

function regex(pattern: string): string {
  const escaped = pattern.replaceAll('.', String.raw`\.`);
  return escaped.endsWith('*') ? escaped.slice(0, -1) : `${escaped}$`;
}

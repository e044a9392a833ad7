// What each server makes of the file that was written for it: a reading as simple as these files are. The real servers
// are in tests/servers/.
import { table } from '../../src/site/headers.ts';
import { toCaddy } from '../../src/site/hosting/caddy.ts';
import { parseHeadersFile, toHeadersFile } from '../../src/site/hosting/headersFile.ts';
import { toNginx } from '../../src/site/hosting/nginx.ts';
import { headersFor, matches, type Headers } from '../../src/site/hosting/rules.ts';

const place = { host: 'feels-fast.example', root: '/var/www/feels-fast' };

/** The headers that a server sends for a path, after reading its file. */
type Reading = (path: string) => Headers;

function asNetlify(text: string): Reading {
  const { otherwise, types } = table;
  const rules = parseHeadersFile(text);
  return (path) => headersFor({ rules, otherwise, types }, path);
}

function asNginx(text: string): Reading {
  const types = [...text.matchAll(/^ {8}(\S+) ([\w ]+);$/gm)];
  const plain = /default_type (.*);/.exec(text)![1]!;
  const withCharset = ['text/html', .../charset_types (.*);/.exec(text)![1]!.split(' ')];
  const typeOf = (file: string) => {
    const extension = file.split('.').at(-1)!;
    const type = types.find(([, , all]) => all!.split(' ').includes(extension))?.[1] ?? plain;
    return withCharset.includes(type) ? `${type}; charset=utf-8` : type;
  };
  const maps = new Map(
    [...text.matchAll(/^map \$uri (\S+) \{\n([^}]*)\}/gm)].map(([, name, lines]) => [
      name,
      [...lines!.matchAll(/^ {4}~?(\S+) "(.*)";$/gm)],
    ]),
  );
  const valueOf = (value: string, file: string) => {
    const lines = maps.get(value);
    if (!lines) return value.slice(1, -1);
    const [first, ...others] = lines;
    return (others.find(([, pattern]) => new RegExp(pattern!).test(file)) ?? first)![2]!;
  };
  const added = [...text.matchAll(/^ {4}add_header (\S+) (.+) always;$/gm)];
  return (path) => {
    const file = path.replace(/\/$/, '/index.html');
    const values = added.map(([, name, value]) => [name!, valueOf(value!, file)] as const);
    const sent = values.filter(([, value]) => value !== '');
    return { 'Content-Type': typeOf(file), ...Object.fromEntries(sent) };
  };
}

function asCaddy(text: string): Reading {
  const site = text.replace(/^\thandle_errors[^]*/m, '');
  const types = [...site.matchAll(/^\t\t~(\S+) "(.*)"$/gm)];
  const plain = /^\t\tdefault "(.*)"$/m.exec(site)![1]!;
  const matchers = new Map(
    [...site.matchAll(/^\t(@\S+) path (.*)$/gm)].map(([, name, all]) => [name, all!.split(' ')]),
  );
  const entries = (lines: string, line: RegExp) =>
    [...lines.matchAll(line)].map(([, name, value]) => [name!, value!] as const);
  const defaults = entries(site, /^\theader \?(\S+) "(.*)"$/gm);
  const blocks = [...site.matchAll(/^\theader ?(@\S+)? \{\n([^}]*)\t\}/gm)];
  const fits = (name: string | undefined, path: string) =>
    !name || matchers.get(name)!.some((pattern) => matches(pattern, path));
  return (path) => ({
    'Content-Type': types.find(([, pattern]) => new RegExp(pattern!).test(path))?.[2] ?? plain,
    ...Object.fromEntries(defaults),
    ...Object.fromEntries(
      blocks
        .filter(([, name]) => fits(name, path))
        .flatMap(([, , lines]) => entries(lines!, /^\t\t(\S+) "(.*)"$/gm)),
    ),
  });
}

export const readings: readonly { server: string; read: Reading }[] = [
  { server: 'Netlify', read: asNetlify(toHeadersFile(table)) },
  { server: 'nginx', read: asNginx(toNginx(table, place)) },
  { server: 'Caddy', read: asCaddy(toCaddy(table, place)) },
];

// What the table of response headers is made of, and how it is read.

export type Headers = Readonly<Record<string, string>>;

export interface Rule {
  /** What the paths have in common, in words: a comment in the servers' own files. */
  what: string;
  /** Paths from the site's root, "/embed.js", or all that begin alike, "/v1/*". */
  for: readonly string[];
  headers: Headers;
}

export interface HeaderTable {
  /**
   * All that fit apply. No two set the same header for the same path: hosts disagree on which one counts, and Cloudflare
   * sends both values, joined by a comma.
   */
  rules: readonly Rule[];
  /** Where no rule sets the header. */
  otherwise: Headers;
  /** Content-Type by extension; `*` for the rest. */
  types: Headers;
  /** Scripts for other pages. A classic one that comes without a charset is read in that of the page. */
  scripts: readonly string[];
}

export function matches(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** Every header that comes with a file of the site, by its address without query: "/embed/token-flow/". */
export function headersFor(
  { rules, otherwise, types }: Pick<HeaderTable, 'rules' | 'otherwise' | 'types'>,
  path: string,
): Headers {
  const fitting = rules.filter((rule) => rule.for.some((pattern) => matches(pattern, path)));
  const own = fitting.map(({ headers }) => headers);
  return Object.assign({ 'Content-Type': typeOf(path, types) }, otherwise, ...own) as Headers;
}

function typeOf(path: string, types: Headers): string {
  const extension = path.endsWith('/') ? 'html' : /\.(\w+)$/.exec(path)?.[1];
  return types[extension ?? '*'] ?? types['*']!;
}

/** Each type with the extensions that have it. */
export function extensionsByType({ types }: HeaderTable): [type: string, extensions: string[]][] {
  const extensions = Object.keys(types).filter((extension) => extension !== '*');
  return [...Map.groupBy(extensions, (extension) => types[extension]!)];
}

/*
 * Snippets in languages that we do not run here: a parser of the language finds nothing wrong with them. Each parser
 * is also shown something that is wrong.
 */
import { parser as go } from '@lezer/go';
import { parser as python } from '@lezer/python';
import { LangVariant, parse } from 'sh-syntax';
import { describe, expect, it } from 'vitest';
import { snippet, snippetNames } from './snippets.ts';

/** Where the parser gave up, as "line: text". */
function mistakes(parser: typeof python, code: string): string[] {
  const found: string[] = [];
  parser.parse(code).iterate({
    enter: ({ type, from }) => {
      const before = code.slice(0, from).split('\n');
      if (type.isError) found.push(`${before.length}: ${code.split('\n')[before.length - 1]!}`);
    },
  });
  return found;
}

const parsed = [
  {
    language: 'Python',
    parser: python,
    ending: '.py',
    wrong: 'def f(:\n  pass\n',
    says: '1: def f(:',
  },
  { language: 'Go', parser: go, ending: '.go', wrong: 'func F( {\n}\n', says: '1: func F( {' },
];

describe.each(parsed)('$language', ({ parser, ending, wrong, says }) => {
  it.each(snippetNames(ending))('%s', (name) =>
    expect(mistakes(parser, snippet(name))).toEqual([]),
  );
  it('a mistake is found', () => expect(mistakes(parser, wrong)).toContain(says));
});

describe('POSIX shell', () => {
  const posix = (code: string) => parse(code, { variant: LangVariant.LangPOSIX });

  it.each(snippetNames('.sh'))('%s', async (name) => {
    expect(snippet(name)).toMatch(/^#!\/bin\/sh\n/);
    await expect(posix(snippet(name))).resolves.toBeDefined();
  });

  it.each(['if true; then', 'a=(1 2)'])('a mistake is found: %s', async (code) =>
    expect(posix(code)).rejects.toThrow(),
  );
});

describe('check.sh', () => {
  const curls = [...snippet('check.sh').matchAll(/^curl (.*)$/gm)].map(([, rest]) => rest);

  it('asks twice and stamps both: as curl does, and as browsers do. Neither waits for a full buffer', () =>
    expect(curls).toEqual(['-sSN "$@" | stamp', '-sSN --compressed "$@" | stamp']));
});

/** Directives that our snippets use, with what may follow. https://nginx.org/en/docs/dirindex.html */
const directives: Record<string, RegExp> = {
  location: /^(=|~|~\*|\^~)? ?\/\S* \{$/,
  proxy_pass: /^https?:\/\/\S+;$/,
  proxy_http_version: /^(1\.0|1\.1|2);$/,
  proxy_buffering: /^(on|off);$/,
  gzip: /^(on|off);$/,
  proxy_read_timeout: /^\d+(ms|s|m|h)?;$/,
};

/** Everything in an nginx configuration that is not one of those directives, a comment, or the end of a block. */
function unknown(conf: string): string[] {
  const wrong: string[] = [];
  let open = 0;
  for (const line of conf.split('\n').map((line) => line.replace(/#.*/, '').trim())) {
    if (line === '') continue;
    const [, name = '', rest = ''] = /^(\w+) (.*)$/.exec(line) ?? [];
    if (line === '}') open--;
    else if (!directives[name]?.test(rest)) wrong.push(line);
    else if (rest.endsWith('{')) open++;
    if (open < 0) wrong.push('}');
  }
  return open > 0 ? [...wrong, '{'] : wrong;
}

describe('nginx', () => {
  it.each(snippetNames('.conf'))('%s', (name) => expect(unknown(snippet(name))).toEqual([]));

  const mistaken = [
    { name: 'an unknown directive', given: 'proxy_bufering off;', expect: ['proxy_bufering off;'] },
    { name: 'no semicolon', given: 'gzip off', expect: ['gzip off'] },
    { name: 'a wrong value', given: 'proxy_buffering no;', expect: ['proxy_buffering no;'] },
    { name: 'a block that stays open', given: 'location / {', expect: ['{'] },
    { name: 'a block that was not', given: '}\nlocation / {\n}', expect: ['}'] },
  ];
  it.each(mistaken)('$name is found', ({ given, expect: found }) =>
    expect(unknown(given)).toEqual(expect.arrayContaining(found)),
  );

  it('passes on at once, by HTTP/1.1, uncompressed', () => {
    for (const directive of ['proxy_buffering off;', 'proxy_http_version 1.1;', 'gzip off;'])
      expect(snippet('nginx.conf')).toContain(directive);
  });
});

describe('what the three servers say', () => {
  it.each(['server-node.ts', 'server_fastapi.py', 'server.go'])('%s', (name) => {
    const code = snippet(name);
    for (const header of [
      /['"]content-type['"], ['"]text\/event-stream['"]|media_type="text\/event-stream"/i,
      /['"]cache-control['"][,:] ['"]no-cache, no-transform['"]/i,
      /['"]x-accel-buffering['"][,:] ['"]no['"]/i,
    ])
      expect(code).toMatch(header);
    // The end is said, not only come to.
    expect(code).toMatch(/event: done|'done'/);
  });
});

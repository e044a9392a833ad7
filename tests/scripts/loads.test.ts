import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadsOf } from '../../scripts/audit/loads.ts';
import { tooHeavy, type Weighed } from '../../scripts/audit/weigh.ts';
import { limits } from '../../scripts/audit/limits.ts';

const dist = mkdtempSync(join(tmpdir(), 'feels-fast-loads-'));
afterAll(() => rmSync(dist, { recursive: true }));

const files = {
  '_astro/toc.js': 'import{a as t}from"./stops.js";t();',
  '_astro/stops.js': 'import"./deep.js";const e=1;export{e as a};',
  '_astro/deep.js': 'export const text="import nothing from here";',
  '_astro/Island.js':
    'import{n as e}from"./client.js";const later=()=>import("./gsapClock.js");export{later as default};',
  '_astro/Other.js': 'import*as c from"./client.js";import d from"./deep.js";export{c,d};',
  '_astro/client.js': 'export const n=0;',
  '_astro/gsapClock.js': 'export const clock=0;',
  '_astro/page.css': '@font-face{src:url(/_astro/serif.woff2) format("woff2")}',
};
for (const [name, text] of Object.entries(files)) {
  mkdirSync(dirname(join(dist, name)), { recursive: true });
  writeFileSync(join(dist, name), text);
}

const island = (name: string, client: string) =>
  `<astro-island component-url="/_astro/${name}.js" renderer-url="/_astro/client.js" client="${client}"></astro-island>`;

describe('what a page loads', () => {
  const none = { styles: [], fonts: [], scripts: [], islands: [] };
  const cases = [
    {
      name: 'a script, with what it imports and what that imports',
      given: '<script type="module" src="/_astro/toc.js"></script>',
      expect: { ...none, scripts: ['/_astro/toc.js', '/_astro/stops.js', '/_astro/deep.js'] },
    },
    {
      name: 'what a script in the page imports',
      given: '<script type="module">import"/_astro/stops.js";</script>',
      expect: { ...none, scripts: ['/_astro/stops.js', '/_astro/deep.js'] },
    },
    {
      name: 'an island that wakes in sight, without what it imports later',
      given: island('Island', 'visible'),
      expect: { ...none, islands: [['/_astro/Island.js', '/_astro/client.js']] },
    },
    {
      name: 'an island that wakes at once',
      given: island('Other', 'load'),
      expect: { ...none, scripts: ['/_astro/Other.js', '/_astro/client.js', '/_astro/deep.js'] },
    },
    {
      name: 'style sheets, and the fonts of those and of the page',
      given:
        '<link rel="stylesheet" href="/_astro/page.css"><style>@font-face{src:url("/_astro/sans.woff2")}</style>',
      expect: {
        ...none,
        styles: ['/_astro/page.css'],
        fonts: ['/_astro/sans.woff2', '/_astro/serif.woff2'],
      },
    },
    {
      name: 'no data, no icon, no text that speaks of imports',
      given:
        '<link rel="icon" href="/icon.svg"><script type="application/ld+json">{"a":"import \'./b.js\'"}</script>',
      expect: none,
    },
  ];
  test.each(cases)('$name', ({ given, expect: expected }) => {
    writeFileSync(join(dist, 'index.html'), given);
    const { styles, fonts, scripts, islands } = loadsOf(dist, '/');
    expect({
      styles: [...styles],
      fonts: [...fonts].sort(),
      scripts: [...scripts],
      islands: islands.map((each) => [...each]),
    }).toEqual(expected);
  });

  test('code in the page is told from data in it', () => {
    writeFileSync(
      join(dist, 'index.html'),
      '<style>p{}</style><script>a()</script><script type="application/ld+json">{}</script><style>i{}</style>',
    );
    expect(loadsOf(dist, '/').inline).toEqual({ style: 'p{}i{}', script: 'a()' });
  });
});

test('what weighs more than it may is named, with what it may', () => {
  const { atMost } = limits.html;
  const weights: Weighed[] = [atMost, atMost + 1].map((brotli) => ({
    page: '/articles/a/',
    measure: 'html',
    brotli,
    gzip: brotli,
  }));
  expect(tooHeavy(weights)).toEqual([
    `/articles/a/: HTML of an article is ${atMost + 1}.0 kB, and may be ${atMost}.`,
  ]);
});

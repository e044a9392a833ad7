// How heavy the built pages are, before anybody touches them.

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotli, gzip } from './compressed.ts';
import { limits, type LimitName } from './limits.ts';
import { loadsOf } from './loads.ts';
import { pagesOf, type Kind } from './pages.ts';

/** kB as they are sent. */
export interface Weight {
  brotli: number;
  gzip: number;
}

type Measure = Extract<LimitName, 'html' | 'css' | 'fonts' | 'scripts' | 'awake' | 'scrolled'>;

/** Which limits are for which pages. A frame has all its JavaScript within itself. */
const held: Readonly<Record<Kind, readonly Measure[]>> = {
  home: ['css', 'fonts', 'scripts', 'awake'],
  article: ['html', 'css', 'fonts', 'scripts', 'awake', 'scrolled'],
  play: ['css', 'fonts', 'scripts', 'awake'],
  frame: ['css', 'awake'],
  embedding: ['css', 'fonts', 'awake'],
  other: ['css', 'fonts', 'scripts'],
};

export interface Weighed extends Weight {
  page: string;
  measure: Measure;
}

/** Of each kind of page, and of each measure that it is held to, the page that weighs most. */
export function heaviest(dist: string): Weighed[] {
  const weigh = scales(dist);
  return [...pagesOf(dist)].flatMap(([kind, pages]) => {
    const scale = pages.map((page) => ({ page, measures: weigh(page) }));
    return held[kind].map((measure) =>
      scale
        .map(({ page, measures }) => ({ page, measure, ...measures[measure]() }))
        .reduce((most, each) => (each.brotli > most.brotli ? each : most)),
    );
  });
}

/** What is over its limit, in words. */
export const tooHeavy = (weights: readonly Weighed[]): string[] =>
  weights
    .filter(({ measure, brotli: kB }) => kB > allowed(measure))
    .map(
      ({ page, measure, brotli: kB }) =>
        `${page}: ${limits[measure].measure} is ${kB.toFixed(1)} kB, and may be ${allowed(measure)}.`,
    );

/** What was there before the limit could be met must not grow. */
const allowed = (measure: Measure): number => {
  const limit: { atMost: number; today?: number } = limits[measure];
  return limit.today ?? limit.atMost;
};

/** Weighs each file and each piece of code once, when it is asked for. */
function scales(dist: string): (page: string) => Record<Measure, () => Weight> {
  const known = new Map<string, Weight>();
  const once = (key: string, weigh: () => Weight): Weight => {
    const weight = known.get(key) ?? weigh();
    known.set(key, weight);
    return weight;
  };
  const file = (address: string) =>
    once(address, () => weightOf(readFileSync(join(dist, address)), address));
  const code = (text: string) => once(text, () => weightOf(Buffer.from(text)));
  const all = (...parts: readonly Iterable<string>[]) =>
    sum([...new Set(parts.flatMap((part) => [...part]))].map(file));
  // Not among the imports, since it is fetched when a figure plays.
  const gsap = globSync('_astro/gsap*.js', { cwd: dist }).map((name) => `/${name}`);

  return (page) => {
    const { html, styles, fonts, scripts, islands, inline } = loadsOf(dist, page);
    const withInline = (files: Weight) => sum([files, code(inline.script)]);
    return {
      html: () => file(html),
      css: () => sum([all(styles), code(inline.style)]),
      fonts: () => all(fonts),
      scripts: () => withInline(all(scripts)),
      awake: () => withInline(all(scripts, islands[0] ?? [])),
      scrolled: () => withInline(all(scripts, ...islands, gsap)),
    };
  };
}

function weightOf(content: Buffer, name = ''): Weight {
  // Fonts are compressed in themselves.
  if (name.endsWith('.woff2'))
    return { brotli: content.length / 1000, gzip: content.length / 1000 };
  return {
    brotli: brotli(content).length / 1000,
    gzip: gzip(content).length / 1000,
  };
}

const sum = (weights: readonly Weight[]): Weight => ({
  brotli: weights.reduce((total, weight) => total + weight.brotli, 0),
  gzip: weights.reduce((total, weight) => total + weight.gzip, 0),
});

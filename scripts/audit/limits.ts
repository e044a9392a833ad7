// What the site and its figures are held to: the one table. `npm run audit` measures against all of it; the bytes, which
// do not depend on a machine, are also checked by the build (scripts/size.ts).

export interface Limit {
  measure: string;
  unit: '' | 'ms' | 'ms/s' | 'kB' | 'per second';
  atMost?: number;
  atLeast?: number;
  less?: number;
  /** Not met yet: until it is, the build holds it to this, so that it does not grow. */
  today?: number;
}

/** kB are 1,000 bytes, compressed with brotli unless they say gzip. What stands within a page counts as what it is. */
export const limits = {
  performance: { measure: 'Lighthouse: performance', unit: '', atLeast: 98 },
  accessibility: { measure: 'Lighthouse: accessibility', unit: '', atLeast: 100 },
  'best-practices': { measure: 'Lighthouse: best practices', unit: '', atLeast: 100 },
  seo: { measure: 'Lighthouse: SEO', unit: '', atLeast: 100 },
  lcp: { measure: 'Largest Contentful Paint', unit: 'ms', atMost: 1500 },
  tbt: { measure: 'Total Blocking Time', unit: 'ms', atMost: 50 },
  cls: { measure: 'Cumulative Layout Shift', unit: '', atMost: 0 },

  html: { measure: 'HTML of an article', unit: 'kB', atMost: 60 },
  css: { measure: 'CSS', unit: 'kB', atMost: 14, today: 14.7 },
  fonts: { measure: 'fonts', unit: 'kB', atMost: 90 },
  scripts: { measure: 'JavaScript, no figure in the first screen', unit: 'kB', atMost: 10 },
  awake: { measure: 'JavaScript, a figure in the first screen', unit: 'kB', atMost: 45 },
  scrolled: { measure: 'JavaScript after scrolling through', unit: 'kB', atMost: 110 },
  gsapEarly: { measure: 'GSAP fetched before a figure plays', unit: '', atMost: 0 },
  gsap: { measure: 'GSAP fetched by playing every figure', unit: '', atMost: 1 },
  foreign: { measure: 'requests to others', unit: '', atMost: 0 },
  late: { measure: 'requests after load', unit: '', atMost: 0 },

  frames: { measure: 'playing, CPU 4× slower: frames', unit: 'per second', atLeast: 58 },
  slow: { measure: 'playing, CPU 4× slower: frames over 50 ms', unit: '', atMost: 0 },
  longTasks: { measure: 'playing, CPU 4× slower: long tasks', unit: '', atMost: 0 },
  playing: { measure: 'playing, CPU 4× slower: main thread', unit: 'ms/s', atMost: 550 },
  resting: { measure: 'at rest: main thread', unit: 'ms/s', less: 1 },
  away: { measure: 'off screen: main thread', unit: 'ms/s', less: 1 },
  input: { measure: 'input to next paint, CPU 4× slower, p98', unit: 'ms', atMost: 100 },
  heap: { measure: 'heap growth, 60 s to 10 min of play', unit: 'kB', less: 200 },
  nodes: { measure: 'DOM nodes more, 60 s to 10 min of play', unit: '', atMost: 0 },
  listeners: { measure: 'listeners more, 60 s to 10 min of play', unit: '', atMost: 0 },

  element: { measure: 'a custom element, gzip', unit: 'kB', atMost: 30 },
  loader: { measure: 'the loader, gzip', unit: 'kB', atMost: 1 },
  child: { measure: "the frame's side of the talk, gzip", unit: 'kB', atMost: 0.7 },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

export function meets(limit: Limit, value: number): boolean {
  return (
    value <= (limit.atMost ?? Infinity) &&
    value >= (limit.atLeast ?? -Infinity) &&
    value < (limit.less ?? Infinity)
  );
}

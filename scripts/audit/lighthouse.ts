import lighthouse from 'lighthouse';
import type { Result } from 'lighthouse';
import type { LimitName } from './limits.ts';
import { row, type Row } from './rows.ts';
import { withPage, type Site } from './site.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const timings = {
  lcp: 'largest-contentful-paint',
  tbt: 'total-blocking-time',
  cls: 'cumulative-layout-shift',
} as const;

/** Lighthouse as a phone sees the page, its throttling simulated, which is its default: the median of three runs. */
export async function lighthouseRows(site: Site, path: string): Promise<Row[]> {
  const { origin, debugPort } = site;
  // Once to fill the server's store of what it has compressed, as a CDN's would be.
  await withPage(site, 'phone', (page) => page.goto(path, { waitUntil: 'networkidle' }));
  const runs: Result[] = [];
  for (let i = 0; i < 3; i++) runs.push(await run(origin + path, debugPort));
  const median = (of: (result: Result) => number) => runs.map(of).sort((a, b) => a - b)[1]!;
  const noindex = runs[0]!.audits['is-crawlable']?.score === 0;
  return [
    ...categories.map((name) =>
      name === 'seo' && noindex
        ? row(name, path, null, 'asks not to be listed: that is what a frame should do')
        : row(
            name,
            path,
            Math.round(median(({ categories: all }) => 100 * all[name]!.score!)),
            name === 'performance' ? speed(runs) : failing(runs[1]!, name),
          ),
    ),
    ...(Object.entries(timings) as [LimitName, string][]).map(([name, audit]) =>
      row(
        name,
        path,
        median(({ audits }) => audits[audit]!.numericValue!),
      ),
    ),
  ];
}

/**
 * One run. On a busy machine Chromium loses a trace now and then: such a run says nothing, and is made again.
 * @throws Error if none of `attempts` runs could be made
 */
async function run(url: string, port: number, attempts = 3): Promise<Result> {
  // As a module it reports nothing to anybody: only its own command line asks for leave to.
  const result = await lighthouse(url, {
    port,
    logLevel: 'error',
    onlyCategories: [...categories],
    throttlingMethod: 'simulate',
    formFactor: 'mobile',
  });
  const { lhr } = result!;
  if (!lhr.runtimeError) return lhr;
  if (attempts > 1) return run(url, port, attempts - 1);
  throw new Error(`${url}: ${lhr.runtimeError.message}`);
}

/** How fast the machine was meanwhile, by Lighthouse's own index: a busy one makes timings worse. */
const speed = (runs: readonly Result[]) =>
  `machine: ${runs.map(({ environment }) => environment.benchmarkIndex.toFixed(0)).join(', ')}`;

/** What keeps a category below 100. */
const failing = ({ audits, categories: all }: Result, name: (typeof categories)[number]) =>
  all[name]!.auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]!.score ?? 1) < 1)
    .map(({ id }) => id)
    .join(', ');

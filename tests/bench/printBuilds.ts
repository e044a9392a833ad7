import type { Build } from './siteBuild.ts';

/** What one article more costs, between two builds: CPU ms, and MB at the peak. */
function marginal(from: Build, to: Build) {
  const articles = to.articles - from.articles;
  return {
    ms: ((to.cpuSeconds - from.cpuSeconds) / articles) * 1000,
    MB: (to.peakMB - from.peakMB) / articles,
  };
}

const whole = (value: number) => Math.round(value).toLocaleString('en');

export const printBuild = ({ articles, seconds, cpuSeconds, peakMB }: Build): string =>
  `${whole(articles)} ${articles === 1 ? 'article' : 'articles'}: ${seconds.toFixed(1)} s ` +
  `(${cpuSeconds.toFixed(1)} s of CPU), ${whole(peakMB)} MB at the peak; ` +
  `per article ${whole((cpuSeconds / articles) * 1000)} ms of CPU, ${(peakMB / articles).toFixed(1)} MB`;

/**
 * Whether cost grows with the number of articles: what one more costs, from each build to the next. CPU time, because
 * the clock on the wall also counts what else the machine did.
 */
export function printGrowth(builds: readonly Build[]): string[] {
  const steps = builds
    .slice(1)
    .map((to, i) => ({ from: builds[i]!, to, ...marginal(builds[i]!, to) }));
  return steps.map(({ from, to, ms, MB }, i) => {
    const before = steps[i - 1];
    const times = before && ` (${(ms / before.ms).toFixed(1)}× as long as before; 1 is linear)`;
    return `one more, from ${whole(from.articles)} to ${whole(to.articles)}: ${whole(ms)} ms of CPU${times ?? ''}, ${MB.toFixed(2)} MB`;
  });
}

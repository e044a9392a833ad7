import type { Ms } from './units.ts';

/** The job: a research agent in four steps, and the moments at which each has something to report. */
export const steps: readonly { name: string; reports: readonly Ms[] }[] = [
  { name: 'retrieve', reports: [4_000] },
  { name: 'plan', reports: [7_000] },
  { name: 'execute', reports: [9_000, 11_000, 13_000, 15_000, 17_000, 19_000] },
  { name: 'synthesise', reports: [25_000] },
];

/** The same with the time at which each begins and ends. */
export const spans = steps.map(({ name, reports }, k) => ({
  name,
  reports,
  from: steps[k - 1]?.reports.at(-1) ?? 0,
  to: reports.at(-1)!,
}));

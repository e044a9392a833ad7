import { z } from 'astro/zod';
import { scenarioFields } from '../sim/index.ts';

/** A prediction beside what was measured: medians over the repeats. ms, unless it is a count. */
const pair = z.strictObject({ predicted: z.number(), measured: z.number() });
export type Pair = z.infer<typeof pair>;

/** A curve as `packed` writes it. */
const curve = z.string().regex(/^\d+(\*\d+)?( \d+(\*\d+)?)*$/);

const base = {
  rate: z.number(),
  tokens: z.int(),
  /** First and last token, and the longest time between two that did not come together. */
  first: pair,
  last: pair,
  longestGap: pair.nullable(),
  /** Median over the repeats of the mean |measured − predicted| of a token. */
  meanDelta: z.number(),
  /** The run whose mean |Δ| is the median one: tokens that had come, over time. */
  predicted: curve,
  measured: curve,
};

/** Taken where the page reads. */
const network = z.strictObject({
  kind: z.literal('network'),
  path: z.enum([
    'direct',
    'direct-gzip-flushed',
    'direct-gzip-held',
    'nginx-1.0',
    'nginx-1.1',
    'nginx-off',
    'nginx-accel',
    'nginx-1.0-gzip',
    'nginx-1.1-gzip',
    'nginx-off-gzip',
    'nginx-accel-gzip',
  ]),
  ...base,
  /** Where text comes in bursts: how many tokens each has, and in how many repeats all were as predicted. */
  bursts: z
    .strictObject({ predicted: z.array(z.int()), measured: z.array(z.int()), same: z.int() })
    .nullable(),
});

/** Taken where the page paints. */
const page = z.strictObject({
  kind: z.literal('page'),
  render: z.enum(scenarioFields.render.values),
  /** Work per draw. ms */
  cost: z.number(),
  ...base,
  paints: pair,
  /** By what a batch of the read loop is larger than the one before it; where the page cannot keep up. */
  growth: pair.nullable(),
});

/** What `npm run validate` writes to src/content/validation.json. */
export const resultsSchema = z.strictObject({
  date: z.iso.date(),
  /** "2 cores, Linux" */
  machine: z.string(),
  versions: z.strictObject({
    node: z.string(),
    nginx: z.string().nullable(),
    chromium: z.string(),
  }),
  repeats: z.int(),
  /** How far the two clocks may be apart. ms */
  clock: z.number(),
  /** How late the server wrote, of all events: the median and the 99th percentile. ms */
  late: z.strictObject({ p50: z.number(), p99: z.number() }),
  cases: z.array(z.discriminatedUnion('kind', [network, page])).min(1),
});

export type Results = z.infer<typeof resultsSchema>;
export type CaseResult = Results['cases'][number];
export type NetworkResult = z.infer<typeof network>;
export type PageResult = z.infer<typeof page>;

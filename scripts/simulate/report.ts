import { hops, tokenTimes, type Metrics, type Problem, type Trace } from '../../src/sim/index.ts';
import type { Format } from './arguments.ts';
import { table } from './table.ts';

export interface Result {
  trace: Trace;
  problems: readonly Problem[];
  metrics: Metrics;
}

/** A result as text that ends with a line end. */
export function report(format: Format, result: Result): string {
  return { table, json, csv }[format](result);
}

/** Everything, for another program. */
function json({ trace, problems, metrics }: Result): string {
  const times = Object.fromEntries(hops.map((hop) => [hop, [...tokenTimes(trace, hop)]]));
  const busy: [start: number, end: number][] = [];
  for (let i = 0; i < trace.busy.length; i += 2) busy.push([trace.busy[i]!, trace.busy[i + 1]!]);
  const { scenario } = trace;
  return (
    JSON.stringify({ scenario, problems, times, paints: [...trace.paints], busy, metrics }) + '\n'
  );
}

/** One row per token, as in RFC 4180 but for the line ends. */
function csv({ trace }: Result): string {
  const times = hops.map((hop) => tokenTimes(trace, hop));
  const rows = Array.from({ length: trace.n }, (_, i) => {
    const text = `"${trace.tokens.text[i]!.replaceAll('"', '""')}"`;
    return [i, text, trace.tokens.chars[i]!, ...times.map((list) => list[i]!)].join(',');
  });
  return [['index', 'text', 'chars', ...hops].join(','), ...rows].join('\n') + '\n';
}

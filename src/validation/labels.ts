import type { Verdict } from './criteria.ts';
import type { CaseResult, NetworkResult } from './results.ts';

const ways: Readonly<Record<NetworkResult['path'], string>> = {
  direct: 'no proxy',
  'direct-gzip-flushed': 'no proxy, gzip, flushed after each event',
  'direct-gzip-held': 'no proxy, gzip, not flushed',
  'nginx-1.0': 'nginx, HTTP/1.0',
  'nginx-1.1': 'nginx, HTTP/1.1',
  'nginx-off': 'nginx, buffering off',
  'nginx-accel': 'nginx, X-Accel-Buffering: no',
  'nginx-1.0-gzip': 'nginx, HTTP/1.0, gzip',
  'nginx-1.1-gzip': 'nginx, HTTP/1.1, gzip',
  'nginx-off-gzip': 'nginx, buffering off, gzip',
  'nginx-accel-gzip': 'nginx, X-Accel-Buffering: no, gzip',
};

/** What a case tries, without its speed: "nginx, HTTP/1.0", "token, 25 ms". */
export const labelOf = (of: CaseResult): string =>
  of.kind === 'network' ? ways[of.path] : `${of.render}, ${String(of.cost)} ms`;

/** What is wanted, in words. */
export const measureNames: Readonly<Record<Verdict['measure'], string>> = {
  first: 'first token',
  last: 'last token',
  meanDelta: 'mean |Δ|',
  bursts: 'bursts',
  longestGap: 'longest pause',
  growth: 'growth of batches',
};

/** A case in full: "token, 25 ms, 60 tokens/s". */
export const caseInWords = (of: CaseResult): string =>
  `${labelOf(of)}, ${String(of.rate)} tokens/s`;

/** One miss as a line: "token, 25 ms, 60 tokens/s: first token at 2,617 ms predicted, at 129 ms measured". */
export function missInWords(of: CaseResult, measure: Verdict['measure']): string {
  return `${caseInWords(of)}: ${numbersOf(of, measure)}`;
}

function numbersOf(of: CaseResult, measure: Verdict['measure']): string {
  const name = measureNames[measure];
  if (measure === 'meanDelta') return `${name} ${of.meanDelta.toFixed(1)} ms`;
  if (measure === 'bursts') {
    const { predicted = [], measured = [], same = 0 } = (of.kind === 'network' && of.bursts) || {};
    return `${name} of ${predicted.join(', ')} tokens predicted, ${measured.join(', ')} measured; the same in ${String(same)} of the repeats`;
  }
  const pair = measure === 'growth' ? of.kind === 'page' && of.growth : of[measure];
  if (!pair) return name;
  const show = (value: number) =>
    measure === 'growth' ? `${value.toFixed(2)} ×` : `${Math.round(value).toLocaleString('en')} ms`;
  return `${name} ${show(pair.predicted)} predicted, ${show(pair.measured)} measured`;
}

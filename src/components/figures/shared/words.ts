import type { Ms } from '../../../sim/index.ts';

/** 433 → "433 ms", 5416.7 → "5.42 s", 83300 → "83.3 s"; `null` → "–". */
export function duration(ms: Ms | null): string {
  if (ms === null) return '–';
  if (ms < 999.5) return `${ms < 9.95 && ms % 1 !== 0 ? ms.toFixed(1) : Math.round(ms)} ms`;
  return `${(ms / 1000).toFixed(ms < 59_995 ? 2 : 1)} s`;
}

/** A readout that keeps its width while it counts: always seconds, always two places. */
export function seconds(ms: Ms): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

/** 4096 → "4,096". */
export function count(n: number): string {
  return n.toLocaleString('en');
}

/** 73.55 → "74"; `null` → "–". */
export function score(value: number | null): string {
  return value === null ? '–' : String(Math.round(value));
}

/** ["a", "b", "c"] → "a, b and c". */
export function list(words: readonly string[]): string {
  return words.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

/** "1 token", "2 tokens". */
export function plural(n: number, word: string): string {
  return `${count(n)} ${word}${n === 1 ? '' : 's'}`;
}

/** 0.12345 → "12.35%": a share of a box, for style attributes. */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

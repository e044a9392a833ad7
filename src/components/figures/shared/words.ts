import type { Ms } from '../../../sim/index.ts';

/** 433 → "433 ms", 5416.7 → "5.42 s", 83300 → "83.3 s", 1525500 → "25 min 26 s"; `null` → "–". */
export function duration(ms: Ms | null): string {
  if (ms === null) return '–';
  const whole = Math.round(ms / 1000);
  if (whole >= 600) return `${count(Math.floor(whole / 60))} min ${whole % 60} s`;
  if (ms < 999.5) return `${ms < 9.95 && ms % 1 ? ms.toFixed(1) : Math.round(ms)} ms`;
  return `${(ms / 1000).toFixed(ms < 59_995 ? 2 : 1)} s`;
}

/** The same words, no number parted from its unit at the end of a line. */
export function bound(sentence: string): string {
  return sentence.replaceAll(/(\d) (?=(?:ms|s|min|h|B)\b)/g, '$1\u00a0');
}

/** A readout that keeps its width while it counts: always seconds, always two places. */
export function seconds(ms: Ms): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

/**
 * 4096 → "4,096", 1234.5678 → "1,234.568", as `Intl.NumberFormat('en')` has it. Not by that: a browser's first takes
 * 10 ms, a quarter of a figure's waking.
 */
export function count(n: number): string {
  return `${Math.round(n * 1000) / 1000}`.replace(/\B(?=(\d{3})+\b)/g, ',');
}

/** 73.55 → "74", 0.3 → "0.3", 0.001 → "<0.1"; `null` → "–". */
export function score(value: number | null): string {
  if (value === null) return '–';
  if (value >= 1) return String(Math.round(value));
  return value < 0.1 ? '<0.1' : value.toFixed(1);
}

/** ["a", "b", "c"] → "a, b and c". */
export function list(words: readonly string[]): string {
  return [words.slice(0, -1).join(', '), ...words.slice(-1)].filter(Boolean).join(' and ');
}

/** "1 token", "2 tokens". */
export function plural(n: number, word: string): string {
  return `${count(n)} ${word}${n === 1 ? '' : 's'}`;
}

/** 0.12345 → "12.35%": a share of a box, for style attributes. */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

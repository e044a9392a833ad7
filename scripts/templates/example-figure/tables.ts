import type { Table } from '../../../src/components/figures/shared/table.ts';
import { count, duration } from '../../../src/components/figures/shared/words.ts';
import { countUntil } from '../../../src/sim/index.ts';
import type { Scene } from './layout.ts';

const columns = ['Time', 'Tokens that can be read'];

/** A dozen telling moments, in the page from the start. */
export function momentsTable({ trace, first, last }: Scene): Table {
  const times = Array.from({ length: 12 }, (_, i) => first + ((last - first) * i) / 11);
  return {
    caption: 'Tokens that can be read over time',
    columns,
    rows: times.map((t) => [duration(t), count(countUntil(trace.dom, t))]),
  };
}

/** Every token: on demand. */
export function tokensTable({ trace }: Scene): Table {
  return {
    caption: 'When each token can be read',
    columns: ['Token', 'Text', 'Time'],
    rows: Array.from(trace.dom, (t, i) => [count(i + 1), trace.tokens.text[i]!, duration(t)]),
  };
}

/** The same for programs: times in ms. */
export function csvTable({ trace }: Scene): Omit<Table, 'caption'> {
  return {
    columns: ['token', 'text', 'ms'],
    rows: Array.from(trace.dom, (t, i) => [String(i + 1), trace.tokens.text[i]!, String(t)]),
  };
}

// The table that `npm run audit` prints.

import { limits, meets, type Limit, type LimitName } from './limits.ts';

/** One measurement, beside what it should be. */
export interface Row extends Limit {
  /** The page or figure it was taken of. */
  of: string;
  /** `null`: could not be measured there, and `note` says why. */
  value: number | null;
  met: boolean | null;
  note: string;
}

export function row(name: LimitName, of: string, value: number | null, note = ''): Row {
  const limit: Limit = limits[name];
  return { ...limit, of, value, met: value === null ? null : meets(limit, value), note };
}

/** The rows in columns: measure, of what, limit, value, ok or MISS, note. */
export function print(rows: readonly Row[]): string {
  const cells = rows.map((each) => [
    each.measure,
    each.of,
    limitOf(each),
    each.value === null ? '—' : `${digits(each.value)}${suffix(each.unit)}`,
    each.met === null ? '—' : each.met ? 'ok' : 'MISS',
    each.note,
  ]);
  const table = [['measure', 'of', 'limit', 'value', '', ''], ...cells];
  const widths = table[0]!.map((_, i) => Math.max(...table.map((line) => line[i]!.length)));
  const aligned = (line: string[]) =>
    line.map((cell, i) =>
      i === 2 || i === 3 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!),
    );
  return table.map((line) => aligned(line).join('  ').trimEnd()).join('\n');
}

function limitOf({ atMost, atLeast, less, unit }: Limit): string {
  const bounds = [
    atLeast !== undefined && `≥ ${atLeast}`,
    atMost !== undefined && (atMost === 0 ? '0' : `≤ ${atMost}`),
    less !== undefined && `< ${less}`,
  ];
  return `${bounds.filter(Boolean).join(', ')}${suffix(unit)}`;
}

const suffix = (unit: Limit['unit']) => (unit === '' ? '' : ` ${unit}`);

/** Three digits that say something, and none of a whole number's lost. */
const digits = (value: number) =>
  Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));

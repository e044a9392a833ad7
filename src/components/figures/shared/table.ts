/** A table as data: drawn by TableView, written by `toCsv`. Cells are ready to read. */
export interface Table {
  caption: string;
  columns: readonly string[];
  /** The first cell of a row is its heading. */
  rows: readonly (readonly string[])[];
  /** Whether its cells are words to read rather than numbers to compare. */
  prose?: boolean;
}

/** RFC 4180, with a header line. Cells that hold a comma, a quote or a line break are quoted. */
export function toCsv({ columns, rows }: Pick<Table, 'columns' | 'rows'>): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [columns, ...rows].map((row) => row.map(cell).join(',') + '\r\n').join('');
}

import { DatabaseSync } from 'node:sqlite';
import type { Store } from './store.ts';

const tables = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS records (
    n INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (kind, id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS logs (
    kind TEXT NOT NULL, id TEXT NOT NULL, n INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (kind, id, n)
  ) STRICT, WITHOUT ROWID;
`;

/**
 * In a SQLite file. What is written is there after the process has been killed: the write-ahead log is in the system's
 * hands by then. After a power cut the last few writes may be missing, but nothing is torn.
 * @throws Error if the file cannot be opened, or is none of SQLite's
 */
export function sqliteStore(file: string): Store {
  // Two servers may share a file: one waits while the other writes.
  const db = new DatabaseSync(file, { timeout: 5_000 });
  db.exec(tables);
  const json = (row: unknown) => JSON.parse((row as { json: string }).json) as unknown;
  const next = db.prepare(
    `INSERT INTO counters VALUES (?, 1) ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value`,
  );
  const get = db.prepare('SELECT json FROM records WHERE kind = ? AND id = ?');
  const put = db.prepare(
    `INSERT INTO records (kind, id, json) VALUES (?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json`,
  );
  const forget = ['records', 'logs'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE kind = ? AND id = ?`),
  );
  const ids = db.prepare('SELECT id FROM records WHERE kind = ? ORDER BY n');
  const append = db.prepare(
    `INSERT INTO logs SELECT :kind, :id, coalesce(max(n), 0) + 1, :json
     FROM logs WHERE kind = :kind AND id = :id`,
  );
  const log = db.prepare('SELECT n, json FROM logs WHERE kind = ? AND id = ? AND n > ? ORDER BY n');

  function whole<T>(work: () => T): T {
    if (db.isTransaction) return work();
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  }

  return {
    next: (name) => (next.get(name) as { value: number }).value,
    get<T>(kind: string, id: string) {
      const row = get.get(kind, id);
      return row && (json(row) as T);
    },
    put: (kind, id, record) => void put.run(kind, id, JSON.stringify(record)),
    remove: (kind, id) =>
      whole(() => {
        for (const statement of forget) statement.run(kind, id);
      }),
    ids: (kind) => ids.all(kind).map((row) => (row as { id: string }).id),
    append: (kind, id, values) =>
      whole(() => {
        for (const value of values) append.run({ kind, id, json: JSON.stringify(value) });
      }),
    log: (kind, id, after = 0) =>
      log.all(kind, id, after).map((row) => ({ id: (row as { n: number }).n, value: json(row) })),
    whole,
    close: () => db.close(),
  };
}

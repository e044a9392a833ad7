/** One entry of a log. */
export interface Entry {
  /** From 1, without gaps. */
  id: number;
  value: unknown;
}

/**
 * What the server has been told and has told: a record per thing (a job, a batch, a file, a key), and beside it a log
 * that only grows. Kinds and ids are the caller's; records and values are JSON, and come back as copies. Whoever writes
 * before telling can be killed at any time and has told nothing that is not here.
 */
export interface Store {
  /** The next number of this name, from 1. Never the same again. */
  next(name: string): number;
  get<T>(kind: string, id: string): T | undefined;
  put(kind: string, id: string, record: unknown): void;
  /** The record and its log. */
  remove(kind: string, id: string): void;
  /** Ids of this kind, in the order in which they came. */
  ids(kind: string): string[];
  append(kind: string, id: string, values: readonly unknown[]): void;
  /** What the log has after entry `after`. */
  log(kind: string, id: string, after?: number): Entry[];
  /** All of `work`, or nothing of it when it throws. */
  whole<T>(work: () => T): T;
  close(): void;
}

/** A new id of a kind, never given again: `batch_000001`. */
export const nextId = (store: Store, kind: string, prefix = `${kind}_`): string =>
  numbered(prefix, store.next(kind));

/** An id as the APIs' own look: `msg_000001`. */
export const numbered = (prefix: string, n: number): string =>
  `${prefix}${String(n).padStart(6, '0')}`;

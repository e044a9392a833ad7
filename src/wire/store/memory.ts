import type { Store } from './store.ts';

/** In this process, and gone with it. Everything is kept as JSON: nobody holds a part of it by accident. */
export function memoryStore(): Store {
  const counters = new Map<string, number>();
  const records = new Map<string, Map<string, string>>();
  const logs = new Map<string, string[]>();
  const keyOf = (kind: string, id: string) => `${kind}\n${id}`;
  /** How to take back what has been done since `whole` began. */
  let undo: (() => void)[] | null = null;

  const setOrDelete = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value | undefined) =>
    value === undefined ? map.delete(key) : map.set(key, value);

  function change<Key, Value>(map: Map<Key, Value>, key: Key, value: Value | undefined) {
    const before = map.get(key);
    undo?.push(() => setOrDelete(map, key, before));
    setOrDelete(map, key, value);
  }

  function ofKind(kind: string): Map<string, string> {
    if (!records.has(kind)) records.set(kind, new Map());
    return records.get(kind)!;
  }

  return {
    next(name) {
      const number = (counters.get(name) ?? 0) + 1;
      change(counters, name, number);
      return number;
    },
    get<T>(kind: string, id: string) {
      const json = ofKind(kind).get(id);
      return json === undefined ? undefined : (JSON.parse(json) as T);
    },
    put: (kind, id, record) => change(ofKind(kind), id, JSON.stringify(record)),
    remove(kind, id) {
      change(ofKind(kind), id, undefined);
      change(logs, keyOf(kind, id), undefined);
    },
    ids: (kind) => [...ofKind(kind).keys()],
    append(kind, id, values) {
      const key = keyOf(kind, id);
      if (!logs.has(key)) change(logs, key, []);
      const log = logs.get(key)!;
      const { length } = log;
      undo?.push(() => void (log.length = length));
      log.push(...values.map((value) => JSON.stringify(value)));
    },
    log: (kind, id, after = 0) =>
      (logs.get(keyOf(kind, id)) ?? [])
        .slice(after)
        .map((json, i) => ({ id: after + i + 1, value: JSON.parse(json) as unknown })),
    whole(work) {
      if (undo) return work();
      undo = [];
      try {
        return work();
      } catch (error) {
        for (const back of undo.reverse()) back();
        throw error;
      } finally {
        undo = null;
      }
    },
    close: () => undefined,
  };
}

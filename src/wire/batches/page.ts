import { count } from '../fields.ts';

/** One page of a list, newest first. Cursors are ids: what comes after it, or before it, in the list. */
export function pageOf(oldestFirst: readonly string[], query: URLSearchParams) {
  const all = oldestFirst.toReversed();
  const text = query.get('limit');
  const limit = text === null ? 20 : count({ limit: Number(text) }, 'limit');
  const after = query.get('after') ?? query.get('after_id');
  const before = query.get('before_id');
  const from = after === null ? 0 : all.indexOf(after) + 1;
  const to = before === null ? all.length : Math.max(0, all.indexOf(before));
  const ids =
    before === null ? all.slice(from, from + limit) : all.slice(Math.max(0, to - limit), to);
  return {
    ids,
    first_id: ids[0] ?? null,
    last_id: ids.at(-1) ?? null,
    has_more: before === null ? from + limit < all.length : to > limit,
  };
}

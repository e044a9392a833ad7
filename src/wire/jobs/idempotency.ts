import type { IncomingMessage } from 'node:http';
import { Refusal } from '../http.ts';
import type { Store } from '../store/store.ts';

/** What was made for a key, and of which request. */
interface Kept {
  body: string;
  id: string;
}

/**
 * What `make` makes, once for each `Idempotency-Key`: a client whose answer was lost asks again and gets the same. Key
 * and thing are written together, or neither is. Without the header, a new one every time.
 * https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 * @throws Refusal 400 for an empty key; 422 if the key came with another body
 */
export function once(
  store: Store,
  request: IncomingMessage,
  kind: string,
  body: unknown,
  make: () => string,
): string {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return store.whole(make);
  // The draft wants a quoted string; most clients leave the quotes out.
  const key = String(header).replace(/^"(.*)"$/, '$1');
  if (!key) throw new Refusal(400, 'Idempotency-Key is empty: leave it out, or make one up.');
  const text = JSON.stringify(body);
  return store.whole(() => {
    const kept = store.get<Kept>(`${kind} key`, key);
    if (!kept) {
      const id = make();
      store.put(`${kind} key`, key, { body: text, id } satisfies Kept);
      return id;
    }
    if (kept.body === text) return kept.id;
    throw new Refusal(
      422,
      `Idempotency-Key "${key}" came with another body before: a new request needs a new key.`,
    );
  });
}

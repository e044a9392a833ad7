/** Waits this long (ms) before it writes: browsers refuse to go on after too many addresses (Safari: 100 in 30 s). */
const PAUSE = 250;

interface Kept {
  /** What the state is, as a query string; `null` while it only passes through. Reactive. */
  readonly search: string | null;
  /** The parameters that are its own: all others stay. Without it, all are. */
  readonly names?: readonly string[];
  /** Takes the state from a query string. `done` is for what comes later. */
  read(search: string, done: () => void): void;
}

/** This address with the state put in place of what it had. */
function withState(search: string, { names }: Kept): URL {
  const url = new URL(location.href);
  for (const name of names ?? [...url.searchParams.keys()]) url.searchParams.delete(name);
  for (const [name, value] of new URLSearchParams(search)) url.searchParams.set(name, value);
  return url;
}

/**
 * Takes a state from the page's address, then keeps the address true to it, and it to the address when the reader
 * goes back. What stands in the address stays there until something is changed, a bad value too.
 */
export function keepSearch(state: Kept, readFirst = true): () => void {
  let written: string | null = null;
  const keep = () => (written = state.search);
  const read = () => {
    state.read(location.search, keep);
    keep();
  };
  if (readFirst) read();
  const stop = $effect.root(() => {
    $effect(() => {
      const { search } = state;
      if (search === null || search === written) return;
      const timer = setTimeout(() => {
        written = search;
        history.replaceState(history.state, '', withState(search, state));
      }, PAUSE);
      return () => clearTimeout(timer);
    });
  });
  addEventListener('popstate', read);
  return () => {
    removeEventListener('popstate', read);
    stop();
  };
}

import { toHit, type Fragment, type Hit } from './searchHits.ts';

interface Pagefind {
  options(options: { noWorker: boolean }): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<Fragment> }[] }>;
}

// Made by the build, after the bundler: neither it nor TypeScript can know the file.
const address = '/pagefind/pagefind.js';
let index: Promise<Pagefind> | undefined;

/**
 * The pages in which `query` was found, best first. The first call loads the index.
 * @param most how many pages to describe
 * @throws TypeError when the index could not be loaded: there is none, or the line is bad
 */
export async function search(query: string, most = 10): Promise<Hit[]> {
  index ??= load();
  index.catch(() => (index = undefined)); // the next question tries again
  const { results } = await (await index).search(query);
  const fragments = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return fragments.map((fragment) => toHit(fragment));
}

/** Pagefind names its worker by a string, which trusted types refuse. So small an index is searched at once without. */
async function load(): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  await pagefind.options({ noWorker: true });
  return pagefind;
}

/** The pages that can be read without a network, by title; not the one at `but`. */
export async function keptPages(but: string): Promise<{ path: string; title: string }[]> {
  const pages = new Map<string, string>();
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const path = new URL(request.url).pathname;
      if (!path.endsWith('/') || path === but) continue;
      const html = await (await cache.match(request))!.text();
      const [, title = path] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
      pages.set(path, title.replace(' · Feels Fast', '').replaceAll('&amp;', '&'));
    }
  }
  return Array.from(pages, ([path, title]) => ({ path, title })).sort((a, b) =>
    a.title.localeCompare(b.title),
  );
}

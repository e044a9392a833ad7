/**
 * Marks, in lists of links to a page's sections, the one that is being read: `aria-current` on its link.
 *
 * A section is entered when its heading has passed a line a third down the window. The observed area reaches from far
 * above the page to that line, so that "is in it" means "has been passed", even after a jump; between such moments
 * nothing runs. At the end of the page, where the last headings cannot come up to the line, the last one counts, or the
 * one that a link has just led to.
 */
export function followReading(links: readonly HTMLAnchorElement[], end: Element): void {
  const ids = [...new Set(links.map(({ hash }) => decodeURIComponent(hash.slice(1))))];
  const headings = ids.map((id) => document.getElementById(id)).filter((h) => h !== null);
  const passed = new Set<Element>();
  let atEnd = false;
  let marked: Element | undefined;

  function mark() {
    const last = headings.findLastIndex((heading) => passed.has(heading));
    let current = headings[last];
    if (atEnd) {
      const ahead = headings.slice(last + 1);
      current = ahead.find(({ id }) => `#${id}` === location.hash) ?? ahead.at(-1) ?? current;
    }
    if (current === marked) return;
    marked = current;
    for (const link of links)
      if (current && link.hash === `#${current.id}`) {
        link.setAttribute('aria-current', 'location');
        bringIntoList(link);
      } else link.removeAttribute('aria-current');
  }

  const line = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries)
        if (isIntersecting) passed.add(target);
        else passed.delete(target);
      mark();
    },
    { rootMargin: '9999999px 0px -67% 0px' },
  );
  for (const heading of headings) line.observe(heading);

  new IntersectionObserver(
    ([entry]) => {
      atEnd = entry!.isIntersecting && scrollY > 0;
      mark();
    },
    { threshold: 0.9 },
  ).observe(end);
  addEventListener('hashchange', mark);
}

/** Scrolls a list that is longer than the window, and nothing else. */
function bringIntoList(link: HTMLElement): void {
  const list = link.offsetParent;
  if (list && list.scrollHeight > list.clientHeight)
    list.scrollTop = link.offsetTop - list.clientHeight / 2;
}

/**
 * Calls back once an element, or the page, is out of sight: browsers paint seldom there, or never. It takes a frame to
 * find out. Returns what ends the watch.
 */
export function whenOutOfSight(element: Element, then: () => void): () => void {
  const over = new AbortController();
  const observer = new IntersectionObserver((seen) => {
    if (!seen.at(-1)!.isIntersecting) then();
  });
  observer.observe(element);
  const look = () => {
    if (document.hidden) then();
  };
  document.addEventListener('visibilitychange', look, over);
  return () => {
    observer.disconnect();
    over.abort();
  };
}

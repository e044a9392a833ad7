import type { Page } from '@playwright/test';

interface Watched extends Window {
  shifts?: { at: number; by: number }[];
}

/** Notes every layout shift of the page from its beginning on. Call it before the page is opened. */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const shifts: { at: number; by: number }[] = ((window as Watched).shifts = []);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        shifts.push({ at: entry.startTime, by: entry.value });
    }).observe({ type: 'layout-shift', buffered: true });
  });

/** The time on the page's clock, in ms, after what has been set is drawn. */
export const drawn = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now()))),
      ),
  );

/** The sum of all layout shifts from a moment on. */
export const shiftSince = (page: Page, from: number): Promise<number> =>
  page.evaluate(
    (from) =>
      (window as Watched)
        .shifts!.filter(({ at }) => at >= from)
        .reduce((sum, { by }) => sum + by, 0),
    from,
  );

import type { Page } from '@playwright/test';

/**
 * From its next navigation on, a page's clocks for animation advance by a sixtieth of a second with each frame, however
 * long the frame took. What a figure draws frame by frame is then the same on every machine, and so is the work.
 */
export async function steadyFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = requestAnimationFrame.bind(globalThis);
    let [frame, steady] = [0, Date.now()];
    Date.now = () => steady;
    globalThis.requestAnimationFrame = (callback) =>
      real((time) => {
        if (time !== frame) [frame, steady] = [time, steady + 1000 / 60];
        callback(steady);
      });
  });
}

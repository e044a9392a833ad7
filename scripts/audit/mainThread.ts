import type { CDPSession, Page } from '@playwright/test';

/** CPU time of a page's main thread, in ms: all of it, and what its parts took. Waiting for other programs is not in it. */
export interface Work {
  total: number;
  script: number;
  style: number;
  layout: number;
}

/** How much slower than this machine the audited one is. */
export const SLOWDOWN = 4;

export interface MainThread {
  /** Work since the page began. */
  work(): Promise<Work>;
  /** Sends a command of the Chrome DevTools Protocol. */
  send: CDPSession['send'];
  /** Full speed again. */
  release(): Promise<void>;
}

/** Slows a page's main thread down and reads what it does. Chromium only. */
export async function mainThread(page: Page, slowdown = SLOWDOWN): Promise<MainThread> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  return {
    send: session.send.bind(session),
    async work() {
      const { metrics } = await session.send('Performance.getMetrics');
      const ms = (name: string) => 1000 * (metrics.find((m) => m.name === name)?.value ?? NaN);
      return {
        total: ms('TaskDuration'),
        script: ms('ScriptDuration'),
        style: ms('RecalcStyleDuration'),
        layout: ms('LayoutDuration'),
      };
    },
    async release() {
      await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      await session.detach();
    },
  };
}

/** What was done between two readings, per second of the `ms` between them. */
export function perSecond(before: Work, after: Work, ms: number): Work {
  const rate = (part: keyof Work) => ((after[part] - before[part]) / ms) * 1000;
  return {
    total: rate('total'),
    script: rate('script'),
    style: rate('style'),
    layout: rate('layout'),
  };
}

// What axe finds in a page.
import type { Frame, Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

interface Scope {
  /** A selector: only what is inside, and of that not what is in frames. Otherwise the whole page, and every frame in it. */
  within?: string;
  /** Only these rules. */
  only?: string[];
  /** All rules but these. */
  without?: string[];
}

/**
 * The violations, one line for each rule: its name and the markup it complains of.
 *
 * It asks for violations alone, and for those of each frame by itself: telling what is in order takes longer than
 * finding what is not, and carrying that from frame to frame takes several times as long again.
 */
export async function violations(
  page: Page,
  { within, only, without = [] }: Scope = {},
): Promise<string[]> {
  const options: RunOptions = {
    resultTypes: ['violations'],
    iframes: false,
    ...(only && { runOnly: { type: 'rule', values: only } }),
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
  };
  const frames = within === undefined ? page.frames() : [page.mainFrame()];
  return (await Promise.all(frames.map((frame) => inFrame(frame, within, options)))).flat();
}

async function inFrame(
  frame: Frame,
  within: string | undefined,
  options: RunOptions,
): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(
    async ([selector, given]) => {
      const run = (window as unknown as { axe: typeof axe }).axe.run;
      const found = await run(selector ?? document, given);
      return found.violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`,
      );
    },
    [within, options] as const,
  );
}

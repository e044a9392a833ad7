// What every page and every figure does in every engine.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figures } from '../../src/components/figures/registry.ts';
import { address } from './checks/address.ts';
import { drawing } from './checks/drawing.ts';
import { embedding } from './checks/embedding.ts';
import { keyboard } from './checks/keyboard.ts';
import { complaints } from './checks/playPage.ts';
import { playing } from './checks/playing.ts';
import { running } from './checks/running.ts';
import type { Driver, Engine } from './driver.ts';
import { loadsUnderItsPolicy, pages, searches } from './pages.ts';
import { serve } from './server.ts';

const checks = [...drawing, ...playing, ...keyboard, ...address, ...embedding, ...running];

/** Runs all checks in this engine, where it is. */
export function tryEngine({ name, find }: Engine): void {
  const found = find();
  describe.skipIf(found === null)(name, () => {
    let driver: Driver;
    let site: Awaited<ReturnType<typeof serve>>;
    beforeAll(async () => void ([site, driver] = await Promise.all([serve(), found!.start()])));
    afterAll(async () => (await driver.close(), site.stop()));

    it.each(pages)('%s loads under its policy', (path) =>
      loadsUnderItsPolicy(driver, site.ours + path),
    );
    it('the search answers', () => searches(driver, site.ours));

    describe.each(figures)('$id', (figure) => {
      for (const { name: what, only, run } of checks)
        it.skipIf(only && !only(figure))(what, async () => {
          await run({ driver, figure, ...site });
          expect(await complaints(driver)).toEqual([]);
        });
    });
  });
}

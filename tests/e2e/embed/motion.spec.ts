// A reader who wants no motion is heeded, wherever the figure stands.
import { figures } from '../../../src/components/figures/registry.ts';
import { element, elementModule, iframe, loader } from './cases.ts';
import { expect, often, test } from './host.ts';

test('reduced motion is heeded in the frame and in the element, also when it begins later', async ({
  host,
  page,
}) => {
  const moving = { figure: figures[0]!, query: 't=0' };
  await page.clock.install();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 1000, height: 2600 });
  await host.open(
    iframe(host.ours, moving) +
      element(moving) +
      elementModule(host.ours, moving.figure) +
      loader(host.ours),
  );
  await host.frame();
  await host.expectFit();
  await page.clock.pauseAt(Date.now() + 60_000);

  for (const root of [page.frameLocator('iframe'), page.locator('ff-' + moving.figure.id)]) {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await root.getByRole('combobox', { name: 'Speed' }).selectOption('1');
    await root.getByRole('button', { name: 'Play' }).click();
    /** How many moments show in a second. */
    const seen = async () => {
      const texts = new Set<string>();
      for (let i = 0; i < 20; i++) {
        await page.clock.runFor(50);
        texts.add(await root.locator('.transport .now').innerText());
      }
      return texts.size;
    };
    expect(await seen()).toBeLessThan(5);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await expect.poll(seen, often).toBeGreaterThan(7);
    await root.getByRole('button', { name: 'Pause' }).click();
  }
});

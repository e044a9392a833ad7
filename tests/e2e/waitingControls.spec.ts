// Controls that wait behind “Settings” are drawn when somebody is about to open them.
import { figures } from '../../src/components/figures/registry.ts';
import { framePath } from '../../src/embed/addresses.ts';
import { expect, test } from './site.ts';

const ways = ['pointer', 'keyboard'] as const;

for (const { id, main } of figures)
  test(`${id}: none until then, all of them by then`, async ({ page }) => {
    for (const way of ways) {
      await page.goto(framePath(id));
      await expect(page.locator('[data-live=true]')).toBeVisible();
      const others = page.locator('.others');
      if ((await others.count()) === 0) return; // all its controls are in the picture
      const controls = others.locator('[data-setting]');
      await expect(controls).toHaveCount(0);

      const summary = others.locator('summary');
      await (way === 'pointer' ? summary.hover() : summary.focus());
      await expect(controls).not.toHaveCount(0); // before it opens: nothing is seen to come late
      await (way === 'pointer' ? summary.click() : page.keyboard.press('Enter'));
      for (const name of main)
        await expect(others.locator(`[data-setting="${name}"]`)).toBeVisible();
      await expect(others.locator(':is(input, select):disabled')).toHaveCount(0);
    }
  });

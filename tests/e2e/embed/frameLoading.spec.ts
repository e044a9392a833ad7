// What a frame needs of its host: next to nothing.
import { figures } from '../../../src/components/figures/registry.ts';
import { cases, element, elementModule, findingOf, iframe, loader } from './cases.ts';
import { expect, often, reads, test } from './host.ts';

const given = (figure: (typeof figures)[number]) => ({ figure, query: '' });

for (const figure of figures) {
  test(`${figure.id}: in a sandbox of its own, in the snippet's, and in none`, async ({
    host,
    page,
  }) => {
    const code = iframe(host.ours, given(figure)).replace('loading="lazy"', '');
    const frames = [
      code,
      code.replace(/sandbox="[^"]*"/, 'sandbox="allow-scripts"'),
      code.replace(/sandbox="[^"]*"/, ''),
    ];
    await host.open(frames.join('') + loader(host.ours));
    for (const i of frames.keys()) {
      await host.frame(i);
      await host.expectFit(i);
    }
    expect(
      await page
        .locator('iframe')
        .evaluateAll((all) => new Set(all.map((e) => e.clientHeight)).size),
    ).toBe(1);
  });

  test(`${figure.id}: its link opens the site, which opens in no sandbox`, async ({
    host,
    page,
    context,
  }) => {
    await host.open(iframe(host.ours, given(figure)) + loader(host.ours));
    const link = (await host.frame()).getByRole('link', { name: /Feels Fast/ });
    const { origin } = new URL((await link.getAttribute('href'))!);
    await context.route(`${origin}/**`, async (route) => {
      const url = route.request().url().replace(origin, host.ours);
      await route.fulfill({ response: await route.fetch({ url }) });
    });
    const opened = page.waitForEvent('popup');
    await link.click();
    await expect((await opened).getByRole('heading', { level: 1 })).toBeVisible();
    await context.unrouteAll({ behavior: 'ignoreErrors' });
  });

  test(`${figure.id}: live on a page that allows no script`, async ({ host }) => {
    await host.open(iframe(host.ours, given(figure)), {
      policy: `default-src 'none'; frame-src ${host.ours}`,
    });
    const frame = await host.frame();
    const preset = figure.presets[1]!;
    await frame.getByRole('button', { name: preset.label, exact: true }).click();
    const query = new URLSearchParams(preset.settings).toString();
    await expect
      .poll(async () => reads(await frame.locator('.finding').innerText()), often)
      .toBe(reads(await findingOf(figure, query)));
  });

  test(`${figure.id}: says its height while it loads, waiting for no frame to be drawn`, async ({
    host,
    page,
  }) => {
    await page.addInitScript(() => {
      if (window === top) return;
      window.requestAnimationFrame = () => 0;
      window.ResizeObserver = class {
        observe() {}
        unobserve() {}
        disconnect() {}
      };
    });
    await host.open(iframe(host.ours, given(figure)) + loader(host.ours));
    await host.expectFit();
  });
}

test('in a sandbox that allows no script: pictures, and no controls that would do nothing', async ({
  host,
  page,
}) => {
  const frames = figures.map((figure) => iframe(host.ours, given(figure)));
  await host.open(frames.join('').replaceAll(/sandbox="[^"]*"|loading="lazy"/g, 'sandbox'));
  for (const i of figures.keys()) {
    const frame = page.locator('iframe').nth(i).contentFrame();
    await expect(frame.locator('[part=picture] svg').first()).toBeVisible();
    await expect(frame.locator('button:visible, input:visible, select:visible')).toHaveCount(0);
  }
  host.complaints = host.complaints.filter((text) => !text.includes('sandboxed'));
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const one of cases)
    test(`${one.name}: the picture, what it shows, and its tables`, async ({ host, page }) => {
      await host.open(iframe(host.ours, { ...one, query: '' }));
      const frame = page.frameLocator('iframe');
      const preset = one.figure.presets.find(({ id }) => id === one.preset);
      const query = new URLSearchParams(preset?.settings).toString();
      await expect(frame.getByRole('figure')).toBeVisible();
      const finding = frame.locator('.finding');
      expect(reads(await finding.innerText())).toBe(reads(await findingOf(one.figure, query)));
      await expect(frame.locator('[part=picture] svg').first()).toBeVisible();
      await expect(frame.locator('button:visible, input:visible, select:visible')).toHaveCount(0);
      await frame.getByText('The numbers as tables').click();
      await expect(frame.getByRole('table').last()).toBeVisible();
      await expect(frame.getByRole('link', { name: /Feels Fast/ })).toBeVisible();
    });

  test('an element shows what stands in it', async ({ host, page }) => {
    const [one] = cases;
    await host.open(element(one!) + elementModule(host.ours, one!.figure));
    await expect(page.getByText('without a script')).toBeVisible();
  });
});

// What a frame may say to a host, and what the loader there does not hear.
import { figures } from '../../../src/components/figures/registry.ts';
import { iframe, loader } from './cases.ts';
import { expect, message, often, test } from './host.ts';

test('a host takes heights within reason, from its own frames of ours alone', async ({
  host,
  page,
}) => {
  await host.open(iframe(host.ours, { figure: figures[0]!, query: '' }) + loader(host.ours));
  const frame = await host.frame();
  await host.expectFit();
  const height = () =>
    page
      .locator('iframe')
      .first()
      .evaluate((e) => e.style.height);
  const own = await height();
  let marks = 0;
  /** Says it from within a frame, and waits until the page has heard it. */
  const told = async (from: typeof frame, data: object) => {
    const mark = ++marks;
    await from.evaluate(
      ([first, then]) => {
        parent.postMessage(first, '*');
        parent.postMessage(then, '*');
      },
      [message(data), { mark }],
    );
    await expect.poll(async () => (await host.heard()).at(-1), often).toEqual({ mark });
  };
  const heights: { given: unknown; expect: string }[] = [
    ...[
      NaN,
      Infinity,
      -Infinity,
      '500',
      '500px',
      null,
      undefined,
      [500],
      { valueOf: 500 },
      true,
    ].map((bad) => ({ given: bad, expect: own })),
    { given: 500, expect: '500px' },
    { given: 500.5, expect: '500.5px' },
    { given: -500, expect: '80px' },
    { given: 0, expect: '80px' },
    { given: 1e9, expect: '10000px' },
    { given: Number.MAX_VALUE, expect: '10000px' },
  ];
  for (const { given: said, expect: then } of heights) {
    await told(frame, { type: 'resize', height: said });
    expect(await height(), String(said)).toBe(then);
  }

  await test.step('events have our names, whatever they are called', async () => {
    const names = [
      'click',
      'submit',
      'ff-',
      'ff-Change',
      ' ff-change',
      'ff-change\n',
      '',
      null,
      7,
      ['ff-x', 1],
    ];
    await page.evaluate((all) => {
      for (const name of all)
        addEventListener(String(name), () => console.error(`heard ${String(name)}`));
    }, names);
    for (const name of names) await told(frame, { type: 'event', name, detail: 1 });
  });

  await test.step('frames of others', async () => {
    await page.evaluate((ours) => {
      const add = (attributes: object) =>
        document.body.append(Object.assign(document.createElement('iframe'), attributes));
      add({ srcdoc: '<title>Ours by origin</title>', sandbox: 'allow-scripts' });
      add({ src: 'about:blank', name: ours });
    }, host.ours);
    for (const i of [1, 2]) {
      const handle = await page.locator('iframe').nth(i).elementHandle();
      const other = (await handle.contentFrame())!;
      await told(other, { type: 'resize', height: 1234 });
    }
    expect(
      await page.locator('iframe').evaluateAll((all) => all.map((e) => e.style.height)),
    ).toEqual(['10000px', '', '']);
  });
});

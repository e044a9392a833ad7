import { expect } from 'vitest';
import { playPath } from '../../../src/embed/addresses.ts';
import type { Driver } from '../driver.ts';
import type { Check } from './check.ts';
import { openPlay } from './playPage.ts';

export const drawing: readonly Check[] = [
  {
    name: 'is all there before a script has run, and wakes without moving',
    async run(visit) {
      const { driver, figure, ours } = visit;
      await driver.resize(1280, 900);
      // Twice: a first visit may be drawn before its fonts have come, and then does without them.
      for (let visits = 0; visits < 2; visits++)
        await driver.open(`${ours}${playPath(figure.id)}?asleep`);
      const asleep = await still(driver);
      expect(asleep).toMatchObject({ live: false, wrong: null });
      expect(asleep.pictures).not.toEqual([]);
      for (const { width, height } of asleep.pictures) {
        expect(width).toBeGreaterThan(200);
        expect(height).toBeGreaterThan(100);
      }
      expect(asleep.rows).toBeGreaterThan(4);

      await openPlay(visit);
      const awake = await still(driver);
      expect(awake).toMatchObject({ live: true, wrong: null, pictures: asleep.pictures });
      // Fonts have come, or have not, in both; half a pixel is the engine's own business.
      for (const side of ['x', 'y', 'width'] as const)
        expect(Math.abs(awake.box[side] - asleep.box[side])).toBeLessThan(1);
    },
  },
];

const still = (driver: Driver) =>
  driver.evaluate(async () => {
    await document.fonts.ready;
    const figure = document.querySelector<HTMLElement>('figure.ff')!;
    const boxOf = (element: Element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    };
    const pictures = [...figure.querySelectorAll('[role="img"]')]
      .map((picture) => ({ label: picture.getAttribute('aria-label'), ...boxOf(picture) }))
      .filter(({ width }) => width > 0);
    return {
      live: figure.dataset['live'] === 'true',
      box: boxOf(figure),
      pictures,
      wrong: /\b(NaN|undefined|Infinity)\b/.exec(figure.innerText)?.[0] ?? null,
      rows: figure.querySelectorAll('tr').length,
    };
  });

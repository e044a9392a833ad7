import { expect } from 'vitest';
import { moves, type Check } from './check.ts';
import { movedFrom, openPlay, scrub, seen } from './playPage.ts';

const play = 'figure.ff .transport .play';
const forward = 'figure.ff [aria-label="Step forward"]';
const back = 'figure.ff [aria-label="Step back"]';

export const playing: readonly Check[] = [
  {
    name: 'plays, rests where it is paused, and plays to its end',
    only: moves,
    async run(visit) {
      const { driver } = visit;
      await openPlay(visit);
      await scrub(driver, 0);
      const start = await seen(driver);
      await driver.evaluate(() => {
        const speed = document.querySelector<HTMLSelectElement>('figure.ff .speed select')!;
        speed.value = '4';
        speed.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await driver.click(play);
      await expect.poll(async () => (await seen(driver)).now).toBeGreaterThan(0.5);
      await driver.click(play);
      const rest = await seen(driver);
      expect(rest.button).toBe('Play');
      expect(rest.picture).not.toBe(start.picture);
      await driver.evaluate(async () => {
        for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
      });
      expect(await seen(driver)).toMatchObject({ now: rest.now, picture: rest.picture });

      await scrub(driver, -400);
      await driver.click(play);
      await expect.poll(async () => (await seen(driver)).button).toBe('Play');
      const end = await seen(driver);
      await scrub(driver, -0.001);
      expect(end.now).toBe((await seen(driver)).now);
    },
  },
  {
    name: 'steps from event to event, and back to the same moments',
    only: moves,
    async run(visit) {
      const { driver } = visit;
      await openPlay(visit, 't=1000');
      const there = [1000];
      for (let i = 0; i < 3; i++) {
        await driver.click(forward);
        there.push(await movedFrom(driver, there.at(-1)!));
      }
      expect(there).toEqual(there.toSorted((a, b) => a - b));
      const { picture } = await seen(driver);
      for (const t of there.slice(1, -1).toReversed()) {
        await driver.click(back);
        await expect
          .poll(async () => new URLSearchParams((await seen(driver)).search).get('t'))
          .toBe(String(t));
      }
      await scrub(driver, 0);
      await openPlay(visit, `t=${there.at(-1)!}`);
      expect((await seen(driver)).picture).toBe(picture);
    },
  },
];

import { expect } from 'vitest';
import type { Driver } from '../driver.ts';
import { moves, type Check } from './check.ts';
import { openPlay, seen } from './playPage.ts';

export const keyboard: readonly Check[] = [
  {
    name: 'Tab goes through every control in their order, and out again',
    async run(visit) {
      const { driver } = visit;
      await openPlay(visit);
      const controls = await driver.evaluate(focusFirst);
      expect(controls.length).toBeGreaterThan(5);
      for (let i = 0; i < controls.length; i++) await driver.press('Tab');
      const { reached, inside } = await driver.evaluate(whereItWent);
      expect(reached).toEqual(controls);
      expect(inside).toBe(false);
    },
  },
  {
    name: 'the playhead goes by keys: Home, an arrow, PageUp, End',
    only: moves,
    async run(visit) {
      const { driver } = visit;
      await openPlay(visit);
      await driver.evaluate(() =>
        document.querySelector<HTMLElement>('figure.ff [aria-label="Moment"]')!.focus(),
      );
      const after = async (key: Parameters<Driver['press']>[0]) => {
        await driver.press(key);
        return (await seen(driver)).now;
      };
      expect(await after('Home')).toBe(0);
      const one = await after('ArrowRight');
      expect(one).toBeGreaterThan(0);
      expect(await after('PageUp')).toBeGreaterThan(2 * one);
      const end = await driver.evaluate(() =>
        Number(document.querySelector<HTMLInputElement>('figure.ff [aria-label="Moment"]')!.max),
      );
      expect(await after('End')).toBeCloseTo(end / 1000, 1);
    },
  },
  {
    name: 'Space plays and pauses, and the page stays where it is',
    only: moves,
    async run(visit) {
      const { driver } = visit;
      await openPlay(visit);
      await driver.evaluate(() => {
        const play = document.querySelector<HTMLElement>('figure.ff .transport .play')!;
        play.scrollIntoView({ block: 'center', behavior: 'instant' });
        play.focus({ preventScroll: true });
      });
      const top = await driver.evaluate(() => scrollY);
      await driver.press('Space');
      expect((await seen(driver)).button).toBe('Pause');
      await driver.press('Space');
      expect((await seen(driver)).button).toBe('Play');
      expect(await driver.evaluate(() => scrollY)).toBe(top);
    },
  },
];

/** In the page: puts the focus on the figure's first control, and names all that Tab should come to. */
function focusFirst(): string[] {
  const figure = document.querySelector<HTMLElement>('figure.ff')!;
  const all = figure.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, summary, [tabindex="0"]',
  );
  const nameOf = (control: HTMLElement) =>
    control instanceof HTMLInputElement && control.type === 'radio'
      ? `one of ${control.name}`
      : `${control.localName} ${control.getAttribute('aria-label') ?? control.innerText.trim()}`;
  const controls = [...all].filter((control) => control.checkVisibility());
  const names = controls.map(nameOf);
  const went: string[] = [];
  const inOrder = (list: string[]) => list.filter((name, i) => name !== list[i - 1]);
  figure.addEventListener('focusin', ({ target }) => went.push(nameOf(target as HTMLElement)));
  Object.assign(window, { went: () => inOrder(went) });
  controls[0]!.focus();
  return inOrder(names);
}

/** In the page, later. */
function whereItWent(): { reached: string[]; inside: boolean } {
  const { went } = window as unknown as { went: () => string[] };
  const inside = document.querySelector('figure.ff')!.contains(document.activeElement);
  return { reached: went(), inside };
}

// “Run it in this browser”: what is asserted is what neither a busy machine nor an engine's own habits can change.
import { expect } from 'vitest';
import { send } from '../../../src/sim/index.ts';
import type { Check } from './check.ts';
import { openPlay } from './playPage.ts';

export const running: readonly Check[] = [
  {
    name: 'runs for real, each way of rendering',
    only: ({ id }) => id === 'latency-simulator',
    async run(visit) {
      const { driver } = visit;
      await openPlay(visit, 'tokens=12&group=3&rate=200&ttft=50&cost=2');
      await driver.evaluate(open);
      await expect.poll(() => driver.evaluate(look)).toMatchObject({ buttons: 3 });
      const text = send({ tokens: 12 }).tokens.text.slice(0, 12).join('');
      for (const way of [0, 1, 2]) {
        await driver.evaluate(press, way);
        await expect
          .poll(() => driver.evaluate(look))
          .toMatchObject({
            text,
            tables: way + 1,
            said: expect.stringContaining('measured') as string,
          });
      }
    },
  },
];

function open(): void {
  const summaries = [...document.querySelectorAll('summary')];
  summaries.find(({ textContent }) => textContent === 'Run it in this browser')!.click();
}

const press = (way: number) => document.querySelectorAll<HTMLElement>('.run button')[way]!.click();

function look() {
  const run = document.querySelector('.run');
  return {
    buttons: run?.querySelectorAll('button').length,
    text: run?.querySelector('iframe')!.contentDocument!.body.textContent,
    said: run?.querySelector('.said')!.textContent,
    tables: run?.querySelectorAll('table').length,
  };
}

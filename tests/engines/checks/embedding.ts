import { expect } from 'vitest';
import { fromQuery } from '../../../src/components/figures/shared/settings.ts';
import { tagOf } from '../../../src/embed/addresses.ts';
import { element, elementModule, iframe, loader, telling } from '../../e2e/embed/cases.ts';
import type { FigureElement } from '../../e2e/embed/host.ts';
import { moves, type Check, type Visit } from './check.ts';
import { complaints } from './playPage.ts';

/** Opens a page of somebody else's. */
const openHost = ({ driver, theirs }: Visit, body: string) =>
  driver.open(`${theirs}/?${new URLSearchParams({ body }).toString()}`);

interface Picture {
  poster(query: string, colours: object): string;
}

/** A picture without its colours, which depend on the page around. */
const plain = (svg: string) => svg.replace(/#[0-9a-f]{6}/g, '#');
const anyColour = new Proxy({}, { get: () => '#000000' });

export const embedding: readonly Check[] = [
  {
    name: 'in a frame it says how high it is, and the frame is as high',
    async run(visit) {
      const { driver, figure, ours } = visit;
      await driver.resize(1024, 900);
      await openHost(visit, iframe(ours, { figure, query: '' }) + loader(ours));
      for (const width of [1024, 420]) {
        await driver.resize(width, 900);
        await expect
          .poll(() => driver.evaluate(offBy))
          .toEqual({ height: 0, down: 0, sideways: 0 });
      }
    },
  },
  {
    name: 'as an element it draws, to the letter, what the build draws, and tells of every change',
    async run(visit) {
      const { driver, figure, ours } = visit;
      const { poster } = (await import(
        `../../../src/components/figures/${figure.id}/picture.ts`
      )) as Picture;
      await driver.resize(1024, 900);
      await openHost(visit, element({ figure, query: '' }) + elementModule(ours, figure));
      const tag = tagOf(figure.id);
      await expect.poll(() => driver.evaluate(listen, tag)).toBe(true);

      const queries = figure.presets.map(({ settings }) =>
        new URLSearchParams(settings).toString(),
      );
      for (const query of queries) {
        const now = await driver.evaluate(show, { tag, settings: [...new URLSearchParams(query)] });
        expect(plain(now.svg)).toBe(plain(poster(query, anyColour)));
        expect(now.high).toBeGreaterThan(300);
      }
      if (moves(figure)) {
        await driver.evaluate(show, { tag, settings: [] });
        const { url, svg } = await driver.evaluate(stepFrom, { tag, t: 700 });
        const { search } = new URL(url);
        expect(Number(new URLSearchParams(search).get('t'))).toBeGreaterThan(700);
        expect(plain(svg)).toBe(plain(poster(search, anyColour)));
      }

      const [name, value] = telling(figure)[0]!;
      await driver.evaluate(show, { tag, settings: [] });
      const told = await driver.evaluate(change, { tag, name, good: value, bad: 'wobble' });
      const { values } = fromQuery<object>(figure.settings, `${name}=${value}`);
      expect(told).toEqual([
        [
          'ff-change',
          expect.objectContaining({
            values: expect.objectContaining({
              [name]: (values as Record<string, unknown>)[name],
            }) as unknown,
          }),
        ],
        ['ff-invalid', { problems: [expect.objectContaining({ field: name, given: 'wobble' })] }],
      ]);
      const warned = await complaints(driver);
      expect(warned).toEqual([expect.stringContaining(`${figure.title}: ${name}: “wobble”`)]);
    },
  },
];

/** In the host's page: by how much the frame is not as high as its page, and what scrolls in it. Null: not there yet. */
async function offBy(): Promise<object | null> {
  const frame = document.querySelector('iframe')!;
  let answer: { inside: number; down: number; sideways: number } | undefined;
  const hear = ({ data }: MessageEvent<{ measured?: typeof answer } | null>) => {
    answer ??= data?.measured;
  };
  addEventListener('message', hear);
  frame.contentWindow!.postMessage('measure', '*');
  for (let i = 0; i < 10 && !answer; i++) await new Promise(requestAnimationFrame);
  removeEventListener('message', hear);
  if (!answer || frame.style.height === '') return null;
  const { inside, down, sideways } = answer;
  return { height: Math.max(0, Math.abs(frame.clientHeight - inside) - 4), down, sideways };
}

/** In the host's page: whether the element is there; from then on keeps what it tells. */
function listen(tag: string): boolean {
  if (!document.querySelector(tag)?.shadowRoot?.querySelector('.ff')) return false;
  const told: unknown[] = [];
  Object.assign(window, { told });
  for (const type of ['ff-change', 'ff-invalid'])
    addEventListener(type, (event) =>
      told.push([type, JSON.parse(JSON.stringify((event as CustomEvent).detail))]),
    );
  return true;
}

/** In the host's page: gives the element these settings, and no others. */
function show({ tag, settings }: { tag: string; settings: [string, string][] }) {
  const figure = document.querySelector<FigureElement>(tag)!;
  for (const { name } of [...figure.attributes]) figure.removeAttribute(name);
  for (const [name, value] of settings) figure.setAttribute(name, value);
  return { svg: figure.toSVG(), high: figure.offsetHeight };
}

/** In the host's page: one step forward from a moment. */
async function stepFrom({ tag, t }: { tag: string; t: number }) {
  const figure = document.querySelector<FigureElement>(tag)!;
  figure.seek(t);
  figure.shadowRoot!.querySelector<HTMLElement>('[aria-label="Step forward"]')!.click();
  await Promise.resolve();
  return { url: figure.url, svg: figure.toSVG() };
}

/** In the host's page: a good value, and a bad one. Gives what the element told of them. */
async function change({ tag, name, good, bad }: Record<'tag' | 'name' | 'good' | 'bad', string>) {
  const figure = document.querySelector<FigureElement>(tag)!;
  const { told } = window as unknown as { told: unknown[] };
  await new Promise(requestAnimationFrame);
  told.length = 0;
  for (const value of [good, bad]) {
    figure.setAttribute(name, value);
    await new Promise(requestAnimationFrame);
  }
  return told;
}

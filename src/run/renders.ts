import type { Ms, Scenario } from '../sim/index.ts';

/** What a way of rendering needs of a page. Times are in ms since the request was sent. */
export interface Screen<T> {
  now(): Ms;
  /** Shows these after what is there already, in one draw, and does the work that a draw costs before it returns. */
  draw(items: readonly T[]): void;
  /** `requestAnimationFrame` */
  nextFrame(then: () => void): void;
  /** `setTimeout` */
  after(delay: Ms, then: () => void): void;
  /** Lets the browser have its turn: resolves in a task of its own. */
  turn(): Promise<void>;
  /**
   * Asked between the draws of one batch, which has kept the page busy for so long. Something to wait for if it is to pause
   * there, for whoever can stop it.
   */
  between?(busyFor: Ms): Promise<void> | undefined;
}

/** What each `read()` brought: tokens, or events, or whatever is drawn one by one. */
export type Chunks<T> = AsyncIterable<readonly T[]>;

/**
 * The simulator's five ways of rendering, as a page really does them (src/sim/page.ts has them as a model).
 * Resolves when the last item is drawn, which is not yet when it is painted. Rejects if `chunks` fails.
 */
export function show<T>(
  chunks: Chunks<T>,
  screen: Screen<T>,
  { render, every }: Pick<Scenario, 'render' | 'every'>,
): Promise<void> {
  switch (render) {
    case 'sync':
      return atTheEnd(chunks, screen);
    case 'token':
      return oneByOne(chunks, screen);
    case 'token-yield':
      return oneByOne(chunks, screen, () => screen.turn());
    case 'frame':
      return onBeats(chunks, screen, (then) => screen.nextFrame(then));
    case 'every':
      return onBeats(chunks, screen, (then) => screen.after(untilTick(screen.now(), every), then));
  }
}

/** How long it is until the next tick of a timer that goes off every `every` ms, at `every`, `2·every` … */
const untilTick = (now: Ms, every: Ms): Ms => (every - (now % every)) % every;

async function atTheEnd<T>(chunks: Chunks<T>, screen: Screen<T>): Promise<void> {
  const all: T[] = [];
  for await (const items of chunks) all.push(...items);
  if (all.length > 0) screen.draw(all);
}

/** The naive loop. A network's next bytes come in a task of their own, so the browser gets a turn without `afterBatch` too. */
async function oneByOne<T>(
  chunks: Chunks<T>,
  screen: Screen<T>,
  afterBatch?: () => Promise<void>,
): Promise<void> {
  for await (const items of chunks) {
    let start = screen.now();
    for (const item of items) {
      screen.draw([item]);
      const pause = screen.between?.(screen.now() - start);
      if (!pause) continue;
      await pause;
      start = screen.now();
    }
    if (afterBatch) await afterBatch();
  }
}

/** All that has come by the next beat in one draw. No beat is asked for while there is nothing to draw. */
async function onBeats<T>(
  chunks: Chunks<T>,
  screen: Screen<T>,
  onNextBeat: (then: () => void) => void,
): Promise<void> {
  let undrawn: T[] = [];
  let drawn: Promise<void> | undefined;
  const drawThem = (then: () => void) => () => {
    const items = undrawn;
    undrawn = [];
    drawn = undefined;
    screen.draw(items);
    then();
  };
  for await (const items of chunks) {
    if (items.length === 0) continue;
    undrawn.push(...items);
    drawn ??= new Promise((resolve) => onNextBeat(drawThem(resolve)));
  }
  await drawn;
}

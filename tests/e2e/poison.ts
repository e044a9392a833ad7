// Exceptions put into figures from outside: a builtin that their code uses throws, once or until further notice. The
// built files stay as they are, and have no hooks for tests.
import type { Page } from '@playwright/test';

/**
 * What the simulator, the layouts and the words use, and Svelte does not: it throws whenever it is used, until that is
 * called off.
 */
export const inCode = [
  'Float64Array.from',
  'Number.prototype.toFixed',
  'Array.prototype.flatMap',
  'Array.prototype.findLast',
  'String.prototype.slice',
  'Math.round',
] as const;

/** What Svelte draws with: it throws once. Nothing at all could be drawn if it went on. */
export const inDrawing = [
  'Node.prototype.cloneNode',
  'Element.prototype.setAttribute',
  'Element.prototype.before',
] as const;

export type Builtin = (typeof inCode | typeof inDrawing)[number] | 'URLSearchParams';

export interface Poison {
  /** Lets a builtin throw from here on, so many times. */
  poison(name: Builtin, times: number): void;
  /** Calls it off, and says how often it has thrown. */
  antidote(): number;
}

const all: readonly Builtin[] = [...inCode, ...inDrawing, 'URLSearchParams'];

/** Makes the page's figures such that a builtin can be made to throw; `name` does from the start. */
export const poisonable = (page: Page, name: Builtin | null = null): Promise<unknown> =>
  page.addInitScript(wrapAll, { all, name });

function wrapAll({ all, name }: { all: readonly string[]; name: string | null }): void {
  let [named, left, thrown]: [string | null, number, number] = [name, Infinity, 0];
  const strike = (path: string) => {
    if (path !== named || left <= 0) return;
    left--;
    thrown++;
    throw new Error(`injected: ${path}`);
  };
  const wrap = (path: string) => {
    const parts = path.split('.');
    const last = parts.pop()!;
    let owner = window as unknown as Record<string, unknown>;
    for (const part of parts) owner = owner[part] as typeof owner;
    const real = owner[last] as (...given: unknown[]) => unknown;
    const proxy = new Proxy<(...given: unknown[]) => unknown>(real, {
      apply(target, self, given) {
        strike(path);
        return target.apply(self, given);
      },
      construct(target, given, of) {
        strike(path);
        return Reflect.construct(target, given, of) as object;
      },
    });
    Object.defineProperty(owner, last, { value: proxy, writable: true, configurable: true });
  };
  Object.assign(window, {
    poison(path: string, times: number) {
      [named, left, thrown] = [path, times, 0];
    },
    antidote() {
      named = null;
      return thrown;
    },
  } satisfies Poison);
  all.forEach(wrap);
}

// What the checks need of a browser, whichever way it is driven.

export type Key =
  'Tab' | 'Space' | 'Escape' | 'Home' | 'End' | 'PageUp' | 'PageDown' | 'ArrowLeft' | 'ArrowRight';

interface Evaluate {
  <Result>(act: () => Result): Promise<Awaited<Result>>;
  <Given, Result>(act: (given: Given) => Result, given: Given): Promise<Awaited<Result>>;
}

/** One page of one browser. */
export interface Driver {
  /** Resolves when the page has loaded. */
  open(url: string): Promise<void>;
  /**
   * Calls a function in the page, and waits for what it promises. It travels as text, so it knows nothing but its
   * argument; that and its value travel as JSON.
   * @throws Error if it throws
   */
  evaluate: Evaluate;
  /** Presses the mouse in the middle of the first element that fits. */
  click(selector: string): Promise<void>;
  press(key: Key): Promise<void>;
  /** The size of what the page sees of its window, in CSS px. */
  resize(width: number, height: number): Promise<void>;
  /** What can be seen, as a PNG. */
  screenshot(): Promise<Buffer>;
  close(): Promise<void>;
}

/** A browser that is on this machine, and a way to drive it. */
export interface Found {
  /** Where it comes from, in words. */
  source: string;
  start(): Promise<Driver>;
}

export interface Engine {
  id: 'chromium' | 'firefox' | 'webkit';
  name: string;
  /** Debian's packages of it. */
  packages: readonly string[];
  /** Null if there is none that can be driven. */
  find(): Found | null;
}

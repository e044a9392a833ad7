import type { Ms } from '../../src/sim/index.ts';

/** What the mock server did for one request. Times are those of the common clock: ms since 1970. */
export interface Emitted {
  /** The page's number for it. */
  run: number;
  /** Bytes of the response's head. */
  header: number;
  /** What was given to the socket: when, and how late that was. */
  written: { at: Ms; late: Ms; bytes: number; tokens: number }[];
}

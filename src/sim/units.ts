/** Milliseconds since the request was sent. */
export type Ms = number;

/**
 * Rounds to one microsecond, half up. Every time that one hop hands to the next goes through here,
 * so nothing downstream depends on the last bit of a sum.
 */
export function roundMs(ms: Ms): Ms {
  return Math.floor(ms * 1000 + 0.5) / 1000;
}

// What our frames and their hosts say to each other. Neither ever takes HTML or a URL from the other.

/** Marks a message as ours; `v` changes when an old partner would misunderstand. */
const mark = { ns: 'feels-fast', v: 1 } as const;

export type FromFrame =
  | { type: 'ready'; figure: string; version: string }
  | { type: 'resize'; height: number }
  | { type: 'event'; name: string; detail: unknown };

export type FromHost =
  | { type: 'hello' }
  | { type: 'set'; values: Record<string, unknown> }
  | { type: 'command'; name: string; value?: unknown }
  /** `hint`: what the page looks like, for a figure that nobody has given a theme. */
  | { type: 'theme'; theme: unknown; hint?: boolean };

export const say = (to: Window, message: FromFrame | FromHost): void =>
  to.postMessage({ ...mark, ...message }, '*');

/** Whether it is a message of ours. What stands in its other fields is for the reader to check. */
export function isOurs(data: unknown): data is Record<string, unknown> {
  const { ns, v } = (data ?? {}) as Partial<typeof mark>;
  return ns === mark.ns && v === mark.v;
}

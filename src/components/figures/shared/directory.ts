import type { AwakeFigure } from './props.ts';

/** What others on the page may ask of a figure. */
export type FigureHandle = Pick<AwakeFigure, 'set'>;

const figures = new Map<string, FigureHandle>();
const waiting = new Map<string, ((handle: FigureHandle) => void)[]>();

/** A figure says that it is awake. Returns how to take that back. */
export function announce(id: string, handle: FigureHandle): () => void {
  figures.set(id, handle);
  for (const resolve of waiting.get(id) ?? []) resolve(handle);
  waiting.delete(id);
  return () => figures.delete(id);
}

/** The figure of that id, as soon as it is awake: islands share no context, but they share this module. */
export function figureById(id: string): Promise<FigureHandle> {
  const there = figures.get(id);
  if (there) return Promise.resolve(there);
  return new Promise((resolve) => waiting.set(id, [...(waiting.get(id) ?? []), resolve]));
}

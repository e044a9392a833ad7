import type { QuestionId, Transport } from '../../../sim/index.ts';
import { percent } from '../shared/words.ts';
import { narrow, wide, type Chart, type Edge } from './layout.ts';

const rem = (units: number) => `calc(var(--rem)*${units / 16})`;

/** A box's place in both charts, as custom properties: the style sheet picks by the figure's width. */
export function boxStyle(id: QuestionId | Transport): string {
  const of = (prefix: string, { boxes, width }: Chart) => {
    const box = boxes[id];
    return `--${prefix}x:${percent(box.x / width)};--${prefix}y:${rem(box.y)};--${prefix}w:${percent(box.width / width)};--${prefix}h:${rem(box.height)};`;
  };
  return of('wide-', wide) + of('narrow-', narrow);
}

/** Where an answer's control sits on its question's border, in both charts. */
export function portStyle(key: string): string {
  const of = (prefix: string, { boxes, edges }: Chart) => {
    const { port, question } = edges.find((edge) => edge.key === key)!;
    const box = boxes[question];
    return `--${prefix}x:${percent((port[0] - box.x) / box.width)};--${prefix}y:${percent((port[1] - box.y) / box.height)};`;
  };
  return of('wide-', wide) + of('narrow-', narrow);
}

/** Where a tip points at. */
export function tipStyle({ tip }: Pick<Edge, 'tip'>, { width }: Chart): string {
  return `inset-inline-start:${percent(tip.x / width)};inset-block-start:${rem(tip.y)};`;
}

export const heights = `--wide-height:${rem(wide.height)};--narrow-height:${rem(narrow.height)}`;

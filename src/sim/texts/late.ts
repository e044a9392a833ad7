import type { ResponseId } from '../scenario.ts';

/** A text as `npm run tokenise` writes it: with the lengths of its tokens. */
export interface Text {
  text: string;
  cuts: string;
}
export type Texts = Partial<Record<ResponseId, Text>>;

const late: Texts = {};

/** Has these simulated too from here on. */
export function addTexts(more: Texts): void {
  Object.assign(late, more);
}

/** One of the texts that were added, if it is. */
export const lateText = (id: string): Text | undefined => late[id as ResponseId];

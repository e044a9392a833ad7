import type { ResponseId } from '../scenario.ts';
import { first } from './first.ts';
import { lateText, type Text, type Texts } from './late.ts';
import { others } from './others.ts';

export { usual } from './first.ts';

/** All of them, but for the scripts of the site's own pages, which begin with the first alone (scripts/onDemand.ts). */
const texts: Texts = { ...first, ...others };

/** @throws Error if it has yet to come */
export function textOf(id: ResponseId): Text {
  const text = texts[id] ?? lateText(id);
  if (!text) throw new Error(`The text “${id}” has yet to come.`);
  return text;
}

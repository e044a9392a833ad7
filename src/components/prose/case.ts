import { nearest } from '../../text.ts';

/** What every case says, in this order. */
export const labels = ['Symptom', 'Cause', 'Check', 'Fix'] as const;

const opening = /<p>\s*<strong>([^<]*?)\.?<\/strong>\.?\s*/g;
const asked = labels.map((label) => `**${label}.**`).join(' ');

/**
 * Marks the four paragraphs of a case that begin with a label. `html` is what Markdown made of it.
 * @throws Error that says which label is missing, or that they are out of order
 */
export function markLabels(html: string): string {
  const found: string[] = [];
  const marked = html.replaceAll(opening, (paragraph, word: string) => {
    if (!labels.some((label) => label === word)) return paragraph;
    found.push(word);
    return `<p class="of"><strong>${word}<span class="visually-hidden">. </span></strong>`;
  });
  const fail = (why: string) => {
    const text = html.replaceAll(/<[^>]*>/g, '').trim();
    return new Error(`<Case> that begins “${text.slice(0, 40).trim()} …”: ${why}`);
  };
  for (const label of labels) {
    if (found.includes(label)) continue;
    const words = [...html.matchAll(opening)].map(([, word = '']) => word);
    const guess = nearest(label, words);
    throw fail(
      `no paragraph begins with **${label}.**` +
        (guess ? `, but one begins with **${guess}.**` : '') +
        `. A case has four, in this order: ${asked}`,
    );
  }
  if (found.join() !== labels.join())
    throw fail(`its paragraphs begin ${found.join(', ')}. They should begin, once each: ${asked}`);
  return marked;
}

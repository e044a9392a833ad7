import { describe, expect, it } from 'vitest';
import { labels, markLabels } from '../../src/components/prose/case.ts';

const paragraph = (label: string) => `<p><strong>${label}.</strong> Some text.</p>`;
const whole = labels.map(paragraph).join('\n');

describe('the four paragraphs of a case', () => {
  it('are marked, each with its label', () => {
    const marked = [...markLabels(whole).matchAll(/<p class="of"><strong>(\w+)/g)];
    expect(marked.map(([, label]) => label)).toEqual([...labels]);
  });

  it('keep their text, and the full stop for whoever listens', () => {
    const text = markLabels(whole).replaceAll(/<[^>]*>/g, '');
    expect(text).toBe(whole.replaceAll(/<[^>]*>/g, ''));
  });

  it.each([
    { name: 'the full stop may stand outside', given: whole.replace('.</strong>', '</strong>.') },
    { name: 'there may be others', given: `${whole}<p>More.</p><p><strong>Not</strong> this.</p>` },
    {
      name: 'what is bold inside a paragraph is no label',
      given: `${whole}<p>The <strong>Fix</strong></p>`,
    },
  ])('$name', ({ given }) => {
    expect(markLabels(given).match(/class="of"/g)).toHaveLength(labels.length);
  });

  const cases = [
    {
      name: 'one is missing',
      given: whole.replace(paragraph('Check'), ''),
      expect: '<Case> that begins “Symptom. Some text.',
    },
    {
      name: 'which one',
      given: whole.replace(paragraph('Check'), ''),
      expect: 'no paragraph begins with **Check.**. A case has four, in this order: **Symptom.**',
    },
    {
      name: 'a slip in a label',
      given: whole.replace('Symptom', 'Sympton'),
      expect: 'no paragraph begins with **Symptom.**, but one begins with **Sympton.**',
    },
    {
      name: 'the order',
      given: [...labels].reverse().map(paragraph).join(''),
      expect: 'its paragraphs begin Fix, Check, Cause, Symptom. They should begin',
    },
    {
      name: 'one twice',
      given: whole + paragraph('Fix'),
      expect: 'its paragraphs begin Symptom, Cause, Check, Fix, Fix. They should begin',
    },
    { name: 'nothing at all', given: '', expect: 'no paragraph begins with **Symptom.**' },
  ];
  it.each(cases)('an author is told: $name', ({ given, expect: message }) =>
    expect(() => markLabels(given)).toThrow(message),
  );
});

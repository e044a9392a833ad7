import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, QuestionId, Transport } from '../../src/sim/index.ts';
import { decide, questions } from '../../src/sim/index.ts';
import './arbitraries.ts';

describe('where the answers lead', () => {
  const cases: {
    name: string;
    given: Answers;
    expect: { next: QuestionId | null; result: Transport | null; path: QuestionId[] };
  }[] = [
    { name: 'no answer yet', given: {}, expect: { next: 'waiting', result: null, path: [] } },
    {
      name: 'an answer that is neither yes nor no counts as none',
      given: { waiting: 'maybe' } as unknown as Answers,
      expect: { next: 'waiting', result: null, path: [] },
    },
    {
      name: 'nobody waits',
      given: { waiting: 'no' },
      expect: { next: null, result: 'batch', path: ['waiting'] },
    },
    {
      name: 'somebody waits',
      given: { waiting: 'yes' },
      expect: { next: 'long', result: null, path: ['waiting'] },
    },
    {
      name: 'over 10 s',
      given: { waiting: 'yes', long: 'yes' },
      expect: { next: null, result: 'job', path: ['waiting', 'long'] },
    },
    {
      name: 'under 10 s',
      given: { waiting: 'yes', long: 'no' },
      expect: { next: 'wordy', result: null, path: ['waiting', 'long'] },
    },
    {
      name: 'a long text',
      given: { waiting: 'yes', long: 'no', wordy: 'yes' },
      expect: { next: null, result: 'stream', path: ['waiting', 'long', 'wordy'] },
    },
    {
      name: 'a short text',
      given: { waiting: 'yes', long: 'no', wordy: 'no' },
      expect: { next: null, result: 'sync', path: ['waiting', 'long', 'wordy'] },
    },
    {
      name: 'answers off the path are left alone',
      given: { waiting: 'no', wordy: 'yes' },
      expect: { next: null, result: 'batch', path: ['waiting'] },
    },
    {
      name: 'a later answer does not replace an earlier one',
      given: { wordy: 'yes' },
      expect: { next: 'waiting', result: null, path: [] },
    },
  ];
  it.each(cases)('$name', ({ given, expect: { next, result, path } }) => {
    const decision = decide(given);
    expect(decision).toMatchObject({ next, result });
    expect(decision.path.map(({ question }) => question)).toEqual(path);
    for (const { question, answer } of decision.path) expect(given[question]).toBe(answer);
  });
});

it('every transport can be reached, and nothing else', () => {
  const reached = new Set<string>();
  const answer = fc.constantFrom('yes', 'no');
  fc.assert(
    fc.property(fc.record({ waiting: answer, long: answer, wordy: answer }), (answers) => {
      const { result, next } = decide(answers);
      expect(next).toBeNull();
      reached.add(result!);
    }),
  );
  expect([...reached].sort()).toEqual(['batch', 'job', 'stream', 'sync']);
});

it('every question ends in a question mark', () => {
  for (const { ask } of Object.values(questions)) expect(ask).toMatch(/\?$/);
});

import { describe, expect, it } from 'vitest';
import type { Answers, QuestionId, Transport } from '../../src/sim/index.ts';
import { decide, questions } from '../../src/sim/index.ts';

describe('where the answers lead', () => {
  const cases: {
    name: string;
    given: Answers;
    expect: { next: QuestionId | null; result: Transport | null; path: QuestionId[] };
  }[] = [
    { name: 'no answer yet', given: {}, expect: { next: 'waiting', result: null, path: [] } },
    {
      name: 'an answer that is neither yes nor no counts as none',
      given: { waiting: 'maybe' },
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

describe('four endpoints of one product', () => {
  const cases: { name: string; given: Answers; expect: Transport }[] = [
    { name: 'chat surface', given: { waiting: 'yes', long: 'no', wordy: 'yes' }, expect: 'stream' },
    {
      name: 'title suggestion',
      given: { waiting: 'yes', long: 'no', wordy: 'no' },
      expect: 'sync',
    },
    { name: 'nightly summaries', given: { waiting: 'no' }, expect: 'batch' },
    { name: 'deep-research mode', given: { waiting: 'yes', long: 'yes' }, expect: 'job' },
  ];
  it.each(cases)('$name: $expect', ({ given, expect: transport }) => {
    expect(decide(given).result).toBe(transport);
  });
});

describe('every combination of answers', () => {
  const answers = ['yes', 'no', 'open'];
  const all: Answers[] = answers.flatMap((waiting) =>
    answers.flatMap((long) => answers.map((wordy) => ({ waiting, long, wordy }))),
  );

  it.each(all)('$waiting, $long, $wordy: one transport, or one question that is open', (given) => {
    const { path, next, result } = decide(given);
    expect([next, result].filter((end) => end !== null)).toHaveLength(1);
    if (next) expect(given[next]).toBe('open');
    // The path begins at the first question, asks none twice, and each answer leads to what comes next.
    expect(new Set(path.map(({ question }) => question)).size).toBe(path.length);
    expect([...path.map(({ question }) => question), next ?? result]).toEqual([
      'waiting',
      ...path.map(({ question, answer }) => questions[question][answer]),
    ]);
  });

  it('leads to all four transports, and nowhere else', () => {
    const reached = new Set(all.map((given) => decide(given).result));
    expect(reached).toEqual(new Set([null, 'batch', 'job', 'stream', 'sync']));
  });
});

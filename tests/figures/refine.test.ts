import { describe, expect, it } from 'vitest';
import {
  finer,
  given,
  refine,
  inOrder,
  type FinerAnswers,
  type RuleId,
} from '../../src/components/figures/transport-chooser/refine.ts';
import type { Transport } from '../../src/sim/index.ts';

const transports: readonly Transport[] = ['batch', 'job', 'stream', 'sync'];
const options = <T extends readonly string[]>(answers: T) => [undefined, ...answers];

/** Every combination of finer answers, on each of the four results. */
const all = transports.flatMap((from) =>
  options(finer.who).flatMap((who) =>
    options(finer.whole).flatMap((whole) =>
      options(finer.silence).flatMap((silence) =>
        options(finer.survive).map((survive) => {
          const answers = { who, whole, silence, survive } as FinerAnswers;
          return { from, answers, ...refine(from, answers) };
        }),
      ),
    ),
  ),
);

describe('what finer answers make of a result', () => {
  const cases: {
    name: string;
    given: [Transport, FinerAnswers];
    expect: { result: Transport; moves?: RuleId[]; notes?: RuleId[] };
  }[] = [
    { name: 'no answer changes nothing', given: ['stream', {}], expect: { result: 'stream' } },
    {
      name: 'a word that is no answer counts as none',
      given: ['stream', { who: 'open', whole: 'maybe' }],
      expect: { result: 'stream' },
    },
    {
      name: 'a program in a request path waits for seconds, not for a batch',
      given: ['batch', { who: 'program' }],
      expect: { result: 'sync', moves: ['program'] },
    },
    {
      name: 'a person who goes away for minutes gets a job that reports',
      given: ['stream', { who: 'away' }],
      expect: { result: 'job', moves: ['away'], notes: ['report'] },
    },
    {
      name: 'nobody until tomorrow is a batch, whatever else',
      given: ['job', { who: 'later', silence: 'over60', survive: 'yes' }],
      expect: { result: 'batch', moves: ['later'] },
    },
    {
      name: 'a whole that comes steadily is a plain call',
      given: ['stream', { whole: 'yes', silence: 'under15' }],
      expect: { result: 'sync', moves: ['whole'] },
    },
    {
      name: 'a whole that comes after a long silence is streamed to your own server',
      given: ['stream', { whole: 'yes', silence: 'over60' }],
      expect: { result: 'stream', notes: ['assemble', 'heartbeat', 'ceiling'] },
    },
    {
      name: 'silence of up to a minute asks for heartbeats',
      given: ['stream', { silence: 'to60' }],
      expect: { result: 'stream', notes: ['heartbeat'] },
    },
    {
      name: 'a plain call cannot have them: look at the limits',
      given: ['sync', { silence: 'to60' }],
      expect: { result: 'sync', notes: ['limits'] },
    },
    {
      name: 'over a minute rules out a plain call',
      given: ['sync', { silence: 'over60', whole: 'yes' }],
      expect: { result: 'stream', moves: ['silent'], notes: ['assemble', 'heartbeat', 'ceiling'] },
    },
    {
      name: 'what must survive a disconnect is detached from it',
      given: ['stream', { survive: 'yes' }],
      expect: { result: 'job', moves: ['detach'], notes: ['log', 'stop'] },
    },
    {
      name: 'what need not is ended with it',
      given: ['stream', { survive: 'no' }],
      expect: { result: 'stream', notes: ['cancel'] },
    },
    {
      name: 'several moves follow each other',
      given: ['batch', { who: 'program', silence: 'over60', survive: 'yes' }],
      expect: {
        result: 'job',
        moves: ['program', 'silent', 'detach'],
        notes: ['poll', 'heartbeat', 'log', 'stop'],
      },
    },
  ];
  it.each(cases)('$name', ({ given: [from, answers], expect: { result, moves, notes } }) => {
    const refined = refine(from, answers);
    expect(refined.result).toBe(result);
    expect(refined.moves.map(({ rule }) => rule)).toEqual(moves ?? []);
    expect(refined.notes).toEqual(notes ?? []);
  });
});

describe('it never contradicts an answer', () => {
  const laws: { name: string; of: FinerAnswers; never: Transport[] }[] = [
    { name: 'a program does not wait for a batch', of: { who: 'program' }, never: ['batch'] },
    { name: 'nor does somebody who watches', of: { who: 'watching' }, never: ['batch'] },
    {
      name: 'who is away holds no request',
      of: { who: 'away' },
      never: ['batch', 'stream', 'sync'],
    },
    {
      name: 'what is wanted tomorrow is a batch',
      of: { who: 'later' },
      never: ['job', 'stream', 'sync'],
    },
    { name: 'no plain call is silent for a minute', of: { silence: 'over60' }, never: ['sync'] },
    {
      name: 'no request outlives its connection',
      of: { survive: 'yes' },
      never: ['stream', 'sync'],
    },
    {
      name: 'nothing is sent in parts for its own sake',
      of: { whole: 'yes', silence: 'under15' },
      never: ['stream'],
    },
  ];
  it.each(laws)('$name', ({ of, never }) => {
    const there = all.filter(({ answers }) =>
      Object.entries(of).every(([id, answer]) => answers[id as keyof FinerAnswers] === answer),
    );
    expect(there.length).toBeGreaterThan(0);
    for (const { result } of there) expect(never).not.toContain(result);
  });

  it('moves to somewhere else, never in a circle, and ends where the last move went', () => {
    for (const { from, moves, result } of all) {
      const stops = [from, ...moves.map(({ to }) => to)];
      expect(new Set(stops).size).toBe(stops.length);
      expect(stops.at(-1)).toBe(result);
    }
  });

  it('heeds only what concerns the result', () => {
    for (const { notes, result } of all)
      for (const note of notes) expect(inOrder.find(({ id }) => id === note)!.at).toContain(result);
  });
});

it('has no rule in vain, and no two of a name', () => {
  const used = new Set(all.flatMap(({ moves, notes }) => [...moves.map((m) => m.rule), ...notes]));
  expect([...used].sort()).toEqual(inOrder.map(({ id }) => id).sort());
});

it('knows an answer from a word that is none', () => {
  expect(given('who', { who: 'program' })).toBe('program');
  expect(given('who', { who: 'open' })).toBeNull();
  expect(given('who', {})).toBeNull();
});

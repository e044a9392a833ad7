import type { Transport } from '../../../sim/index.ts';

/*
 * The second level: four finer questions, and rules for what their answers change. Advice rather than simulation, so it
 * lives with its figure; `decide` of src/sim knows the three questions that come first.
 */

/** The finer questions, in the order they are asked, and what each may be answered with. */
export const finer = {
  who: ['watching', 'program', 'away', 'later'],
  whole: ['no', 'yes'],
  silence: ['under15', 'to60', 'over60'],
  survive: ['no', 'yes'],
} as const;

export type FinerId = keyof typeof finer;
/** Any other word, `open` among them, counts as no answer. */
export type FinerAnswers = Readonly<Partial<Record<FinerId, string>>>;

export interface Rule {
  id: string;
  /** Where things stand for the rule to apply, … */
  at: readonly Transport[];
  /** … with one of these answers to each of these questions. `null` is no answer. */
  if: Readonly<Partial<Record<FinerId, readonly (string | null)[]>>>;
  /** A rule with `to` moves things there; one without is something to heed. */
  to?: Transport;
}

/** Each applied once, in this order: first all that move, then all that add. */
const rules = [
  { id: 'later', at: ['job', 'stream', 'sync'], if: { who: ['later'] }, to: 'batch' },
  { id: 'watched', at: ['batch'], if: { who: ['watching'] }, to: 'stream' },
  { id: 'program', at: ['batch'], if: { who: ['program'] }, to: 'sync' },
  { id: 'away', at: ['batch', 'stream', 'sync'], if: { who: ['away'] }, to: 'job' },
  { id: 'whole', at: ['stream'], if: { whole: ['yes'], silence: [null, 'under15'] }, to: 'sync' },
  { id: 'silent', at: ['sync'], if: { silence: ['over60'] }, to: 'stream' },
  { id: 'detach', at: ['stream', 'sync'], if: { survive: ['yes'] }, to: 'job' },

  { id: 'report', at: ['job'], if: { who: ['away'] } },
  { id: 'poll', at: ['job'], if: { who: ['program'] } },
  { id: 'assemble', at: ['stream'], if: { whole: ['yes'] } },
  { id: 'heartbeat', at: ['job', 'stream'], if: { silence: ['to60', 'over60'] } },
  { id: 'ceiling', at: ['stream'], if: { silence: ['over60'] } },
  { id: 'limits', at: ['sync'], if: { silence: ['to60'] } },
  { id: 'log', at: ['job'], if: { survive: ['yes'] } },
  { id: 'stop', at: ['job'], if: { survive: ['yes'] } },
  { id: 'cancel', at: ['stream', 'sync'], if: { survive: ['no'] } },
] as const satisfies readonly Rule[];

export type RuleId = (typeof rules)[number]['id'];

export interface Refined {
  result: Transport;
  /** The rules that moved the result, and where to, in order. */
  moves: { rule: RuleId; to: Transport }[];
  /** What to heed, in order. */
  notes: RuleId[];
}

/** The rules as they are applied, one after the other. */
export const inOrder: readonly (Rule & { id: RuleId })[] = rules;

/** What the finer answers make of a result of the three questions. */
export function refine(result: Transport, answers: FinerAnswers): Refined {
  const refined: Refined = { result, moves: [], notes: [] };
  for (const rule of inOrder) {
    if (!rule.at.includes(refined.result) || !holds(rule, answers)) continue;
    if (rule.to) {
      refined.result = rule.to;
      refined.moves.push({ rule: rule.id, to: rule.to });
    } else refined.notes.push(rule.id);
  }
  return refined;
}

function holds(rule: Rule, answers: FinerAnswers): boolean {
  return (Object.entries(rule.if) as [FinerId, readonly (string | null)[]][]).every(
    ([question, any]) => any.includes(given(question, answers)),
  );
}

/** The answer to a finer question, or `null` when there is none. */
export function given(question: FinerId, answers: FinerAnswers): string | null {
  const answer = answers[question];
  return (finer[question] as readonly (string | undefined)[]).includes(answer) ? answer! : null;
}

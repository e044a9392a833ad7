import {
  decide,
  questions,
  type Answer,
  type Decision,
  type QuestionId,
  type Transport,
} from '../../../sim/index.ts';
import { given, refine, type Refined } from './refine.ts';
import { finerIds, questionIds, type ChooserValues } from './settings.ts';

/** What the answers so far come to. */
export interface Scene {
  values: ChooserValues;
  decision: Decision;
  /** What the second level made of it, where it is asked and there is something to refine. */
  refined: Refined | null;
  /** Where it ends, or `null` while there is no answer. */
  result: Transport | null;
}

export function sceneOf(values: ChooserValues): Scene {
  const decision = decide(values);
  const refined = values.finer === 'on' && decision.result ? refine(decision.result, values) : null;
  return { values, decision, refined, result: refined?.result ?? decision.result };
}

/** Where a question stands: answered on the path, asked next, later, or left aside by a path that ends before it. */
export type Standing = 'taken' | 'next' | 'later' | 'aside';

export function standing({ decision }: Scene, question: QuestionId): Standing {
  if (decision.path.some((step) => step.question === question)) return 'taken';
  if (decision.next === null) return 'aside';
  return decision.next === question ? 'next' : 'later';
}

/** Some settings, to be changed together. */
export type Change = Partial<ChooserValues>;

/** Takes back the last answer: of the finer questions first, then along the path. `null` when there is none. */
export function back({ values, decision }: Scene): Change | null {
  const last =
    (values.finer === 'on' ? finerIds.findLast((id) => given(id, values)) : undefined) ??
    decision.path.at(-1)?.question ??
    questionIds.findLast((id) => values[id] !== 'open');
  return last ? { [last]: 'open' } : null;
}

/** The answers that lead to each transport. */
export const ways: Readonly<Record<Transport, Readonly<Partial<Record<QuestionId, Answer>>>>> =
  Object.fromEntries(waysFrom('waiting', {})) as Record<
    Transport,
    Partial<Record<QuestionId, Answer>>
  >;

function waysFrom(
  at: QuestionId | Transport,
  answers: Readonly<Partial<Record<QuestionId, Answer>>>,
): [Transport, typeof answers][] {
  if (!(at in questions)) return [[at as Transport, answers]];
  const next = questions[at as QuestionId];
  return (Object.keys(next) as Answer[]).flatMap((answer) =>
    waysFrom(next[answer], { ...answers, [at]: answer }),
  );
}

/** What leads to a transport. Finer answers that would lead away from it are set aside. */
export function wayTo(transport: Transport, values: ChooserValues): Change {
  const way = ways[transport];
  return sceneOf({ ...values, ...way }).result === transport ? way : { ...way, finer: 'off' };
}

/**
 * The four transports, and the questions that lead to one. Where the lines are drawn (10 s, about 200 tokens) is a rule
 * of thumb: attention holds for about 10 s, and 200 tokens take a second or more to write.
 */
export type Transport = 'batch' | 'job' | 'stream' | 'sync';
export type QuestionId = 'waiting' | 'long' | 'wordy';
export type Answer = 'yes' | 'no';
/** Any other word counts as no answer. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

/** Asked in this order; where each answer leads. */
export const questions: Readonly<
  Record<QuestionId, Readonly<Record<Answer, QuestionId | Transport>>>
> = {
  waiting: { yes: 'long', no: 'batch' },
  long: { yes: 'job', no: 'wordy' },
  wordy: { yes: 'stream', no: 'sync' },
};

export interface Decision {
  /** The questions answered on the way, in order. */
  path: { question: QuestionId; answer: Answer }[];
  /** The next question, or `null` when there is a result. */
  next: QuestionId | null;
  result: Transport | null;
}

/** Follows the answers as far as they lead. Answers to questions off the path are left alone. */
export function decide(answers: Answers): Decision {
  const path: Decision['path'] = [];
  let at: QuestionId | Transport = 'waiting';
  while (at in questions) {
    const question = at as QuestionId;
    const answer = answers[question];
    if (answer !== 'yes' && answer !== 'no') return { path, next: question, result: null };
    path.push({ question, answer });
    at = questions[question][answer];
  }
  return { path, next: null, result: at as Transport };
}

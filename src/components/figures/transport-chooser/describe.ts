import type { QuestionId, Transport } from '../../../sim/index.ts';
import { list } from '../shared/words.ts';
import { transports } from './layout.ts';
import { given, type RuleId } from './refine.ts';
import { standing, ways, type Scene } from './scene.ts';
import { finerIds, questionIds } from './settings.ts';
import {
  answerWords,
  finerWords,
  questionWords,
  reasons,
  ruleWords,
  transportWords,
} from './words.ts';

/** What the answers come to, as one sentence. */
export function finding(scene: Scene): string {
  const { decision, refined, result } = scene;
  const because = list(
    decision.path.map(({ question, answer }) => reasons[question][answer].clause),
  );
  if (result && refined && refined.moves.length > 0) {
    const moved = list(refined.moves.map(({ rule }) => ruleWords[rule].clause!));
    return `${transportWords[result].name}, not ${transportWords[decision.result!].plain}: ${moved}.`;
  }
  if (result) return `${transportWords[result].name}: ${because}.`;
  const left = or(stillOpen(scene).map((transport) => transportWords[transport].plain));
  return because === ''
    ? `Three questions lead to one of four answers: ${left}.`
    : `${because[0]!.toUpperCase()}${because.slice(1)}: that leaves ${left}.`;
}

/** ["a", "b", "c"] → "a, b or c". */
const or = (words: readonly string[]) => list(words).replace(/ and (?!.* and )/, ' or ');

/** The transports that the answers on the path do not rule out. */
export function stillOpen({ decision }: Scene): Transport[] {
  return transports.filter((transport) =>
    decision.path.every(({ question, answer }) => ways[transport][question] === answer),
  );
}

/** Where the reader stands: the question to answer next, or the path that was taken. */
export function moment(scene: Scene): string {
  const { decision, values } = scene;
  const noted = questionIds.filter(
    (id) => standing(scene, id) === 'later' && values[id] !== 'open',
  );
  if (decision.next) return `${asked(decision.next)}${waitingFor(noted)}`;
  const path = decision.path.map(
    ({ question, answer }) => `${questionWords[question].short} ${answerWords[answer]}`,
  );
  const answered = values.finer === 'on' ? finerIds.filter((id) => given(id, values)) : [];
  const second = answered.map((id) => finerWords[id].options[values[id]]!);
  return [
    `Path taken: ${path.join(' · ')}.`,
    ...(second.length > 0 ? [`Second level: ${second.join(' · ')}.`] : []),
  ].join(' ');
}

const asked = (question: QuestionId) =>
  `Question ${questionIds.indexOf(question) + 1} of ${questionIds.length}: ${questionWords[question].ask}`;

function waitingFor(noted: readonly QuestionId[]): string {
  if (noted.length === 0) return '';
  const numbers = list(noted.map((id) => String(questionIds.indexOf(id) + 1)));
  return ` Question${noted.length > 1 ? 's' : ''} ${numbers}: answered already, and counted once the path gets there.`;
}

/** Why this answer: one reason for each step of the path, then what a finer answer moved. */
export function why({ decision, refined }: Scene): string[] {
  return [
    ...decision.path.map(({ question, answer }) => reasons[question][answer].why),
    ...(refined?.moves ?? []).map(({ rule }) => but(ruleWords[rule].says)),
  ];
}

const but = (sentence: string) => `But ${sentence[0]!.toLowerCase()}${sentence.slice(1)}`;

/** What the finer answers ask to heed. */
export function heed({ refined }: Scene): string[] {
  return (refined?.notes ?? []).map((rule: RuleId) => ruleWords[rule].says);
}

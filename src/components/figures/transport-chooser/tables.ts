import type { Answer, Transport } from '../../../sim/index.ts';
import type { Table } from '../shared/table.ts';
import { why } from './describe.ts';
import { transports } from './layout.ts';
import { finer, inOrder, type FinerId, type Rule } from './refine.ts';
import { sceneOf, ways } from './scene.ts';
import { finerIds, questionIds, transportChooser, type ChooserValues } from './settings.ts';
import { answerWords, finerWords, questionWords, ruleWords, transportWords } from './words.ts';

const defaults = Object.fromEntries(
  Object.entries(transportChooser.settings).map(([name, setting]) => [name, setting.default]),
) as ChooserValues;

const name = (transport: Transport) => transportWords[transport].name;
const answered = (answer: Answer | undefined) => (answer ? answerWords[answer] : '–');
const questionColumns = questionIds.map((id) => questionWords[id].short);

/** Each way through the three questions, and where it ends. */
export function pathsTable(): Table {
  return {
    caption: 'Every path through the three questions',
    columns: ['Answer', ...questionColumns, 'Why'],
    rows: transports.map((transport) => [
      name(transport),
      ...questionIds.map((id) => answered(ways[transport][id])),
      why(sceneOf({ ...defaults, ...ways[transport] })).join(' '),
    ]),
    prose: true,
  };
}

export function answersTable(): Table {
  return {
    caption: 'What each answer is, costs and protects',
    columns: ['Answer', 'What it is', 'What it costs', 'What to watch for', 'What it protects'],
    rows: transports.map((transport) => {
      const { what, costs, watch, protects } = transportWords[transport];
      return [name(transport), what, costs, watch.join(' '), protects];
    }),
    prose: true,
  };
}

/** Four endpoints of one product. */
export function endpointsTable(): Table {
  return {
    caption: 'One product, four endpoints',
    columns: ['Endpoint', ...questionColumns, 'Answer'],
    rows: transportChooser.presets.map(({ label, settings }) => {
      const answers: Readonly<Partial<Record<string, Answer>>> = settings;
      return [
        label,
        ...questionIds.map((id) => answered(answers[id])),
        name(sceneOf({ ...defaults, ...settings }).result!),
      ];
    }),
    prose: true,
  };
}

/** The second level's rules, in the order they are applied. */
export function rulesTable(): Table {
  return {
    caption: 'What the finer answers change, applied from top to bottom',
    columns: ['Where the answer is', 'and the finer answer', 'then', 'because, or what to heed'],
    rows: inOrder.map((rule) => [
      rule.at.map(name).join(', '),
      conditions(rule),
      rule.to ? `it becomes ${transportWords[rule.to].plain}` : 'heed',
      ruleWords[rule.id].says,
    ]),
    prose: true,
  };
}

function conditions(rule: Rule): string {
  const each = Object.entries(rule.if) as [FinerId, readonly (string | null)[]][];
  return each
    .map(([id, any]) => {
      const options = any.map((answer) => (answer ? finerWords[id].options[answer]! : 'open'));
      return `${finerWords[id].ask} ${options.join(', or ')}`;
    })
    .join('; ');
}

/** Every combination of answers on both levels: the same words as in the address, and what they come to. */
export function combinations(): Table {
  let all: ChooserValues[] = transports.map((transport) => ({ ...defaults, ...ways[transport] }));
  for (const id of finerIds)
    all = all.flatMap((values) =>
      ['open', ...finer[id]].map((answer) => ({ ...values, [id]: answer })),
    );
  return {
    caption: 'Every combination of answers',
    columns: [...questionIds, ...finerIds, 'answer', 'moved by', 'heed'],
    rows: all.map((values) => {
      const { result, refined } = sceneOf({ ...values, finer: 'on' });
      return [
        ...[...questionIds, ...finerIds].map((id) => values[id]),
        result!,
        refined!.moves.map(({ rule }) => rule).join(' '),
        refined!.notes.join(' '),
      ];
    }),
  };
}

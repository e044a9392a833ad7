import { questions, type Answer, type QuestionId, type Transport } from '../../../sim/index.ts';
import { arrow, type Arrow, type Point } from './arrow.ts';

/*
 * The chart, twice: in a row and in a column. Both come from the same data, in a box of `width` by `height` units. A unit
 * of height is a sixteenth of a rem; a unit of width is a share of the box, which stretches to the figure's width.
 */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Edge extends Arrow {
  key: string;
  question: QuestionId;
  answer: Answer;
  to: QuestionId | Transport;
  /** Where the answer's control sits: on the question's border, at the start of the line. */
  port: Point;
}

export interface Chart {
  width: number;
  height: number;
  boxes: Readonly<Record<QuestionId | Transport, Box>>;
  edges: readonly Edge[];
  /** From one transport to another, outside of everything else: what a finer answer moved. */
  arc: (from: Transport, to: Transport) => Arrow;
}

export const edgeKey = (question: QuestionId, answer: Answer) => `${question}-${answer}`;
const isQuestion = (id: QuestionId | Transport): id is QuestionId => id in questions;

/** One question of the chain: which answer goes on to the next, and which end. */
interface Link {
  question: QuestionId;
  onward: Answer | null;
  ends: { answer: Answer; transport: Transport }[];
}

function chainFrom(question: QuestionId): Link[] {
  const answers = Object.entries(questions[question]) as [Answer, QuestionId | Transport][];
  const onward = answers.find(([, to]) => isQuestion(to));
  const ends = answers.flatMap(([answer, to]) =>
    isQuestion(to) ? [] : [{ answer, transport: to }],
  );
  const rest = onward ? chainFrom(onward[1] as QuestionId) : [];
  return [{ question, onward: onward?.[0] ?? null, ends }, ...rest];
}

const chain = chainFrom('waiting');
/** From left to right, and from top to bottom. */
export const transports: readonly Transport[] = chain.flatMap(({ ends }) =>
  ends.map((end) => end.transport),
);

function edge(question: QuestionId, answer: Answer, points: readonly Point[]): Edge {
  const to = questions[question][answer];
  return {
    key: edgeKey(question, answer),
    question,
    answer,
    to,
    port: points[0]!,
    ...arrow(points),
  };
}

function boxesOf(entries: readonly (readonly [QuestionId | Transport, Box])[]): Chart['boxes'] {
  return Object.fromEntries(entries) as Record<QuestionId | Transport, Box>;
}

const centre = (box: Box) => box.x + box.width / 2;
const middle = (box: Box) => box.y + box.height / 2;
const right = (box: Box) => box.x + box.width;
const bottom = (box: Box) => box.y + box.height;

/** How each answer comes, as a curve over time in a box of 64 by 22: at once, in steps, after reports, after a long while. */
export const curves: Readonly<Record<Transport, string>> = {
  sync: 'M2 17H44V4H62',
  stream: 'M2 17H9V15H16V13H23V11H30V9H37V7H44V5H51V4H62',
  job: 'M2 17H50V4H62M13 17V12M25 17V12M37 17V12',
  batch: 'M2 17H25M23.5 20.5L26.5 13.5M28.5 20.5L31.5 13.5M30 17H54V4H62',
};

/** Questions in a row, each with an answer below it; the last answer in a column of its own. */
export const wide: Chart = (() => {
  const columns = transports.length;
  const size = { gap: 68, width: (1000 - 68 * (columns - 1)) / columns };
  const at = (column: number) => column * (size.width + size.gap);
  const questionSize = { y: 0, width: size.width, height: 174 };
  const answerSize = { y: 250, width: size.width, height: 100 };
  const lane = 20;
  const boxes = boxesOf([
    ...chain.map((link, i) => [link.question, { x: at(i), ...questionSize }] as const),
    ...transports.map((transport, i) => [transport, { x: at(i), ...answerSize }] as const),
  ]);
  const edges = chain.flatMap(({ question, onward, ends }) => {
    const box = boxes[question];
    const side: Point = [right(box), middle(box)];
    return [
      ...(onward
        ? [edge(question, onward, [side, [boxes[questions[question][onward]].x, side[1]]])]
        : []),
      ...ends.map(({ answer, transport }) => {
        const [x, y] = [centre(boxes[transport]), boxes[transport].y];
        return x === centre(box)
          ? edge(question, answer, [
              [x, bottom(box)],
              [x, y],
            ])
          : edge(question, answer, [side, [x, side[1]], [x, y]]);
      }),
    ];
  });
  return {
    width: 1000,
    height: answerSize.y + answerSize.height + lane + 4,
    boxes,
    edges,
    arc(from, to) {
      const y = bottom(boxes[from]);
      const [a, b] = [centre(boxes[from]), centre(boxes[to])];
      return arrow([
        [a, y],
        [a, y + lane],
        [b, y + lane],
        [b, y],
      ]);
    },
  };
})();

/** Questions below each other, each with an answer at the right; the last has an answer on either side. */
export const narrow: Chart = (() => {
  const size = { width: 320, question: 152, answer: 94, half: 152, drop: 50, gap: 20 };
  const level = size.question + size.drop + size.answer + size.gap;
  const columns = [0, size.width - size.half];
  const height = chain.length * level - size.gap;
  const boxes = boxesOf(
    chain.flatMap(({ question, onward, ends }, i) => [
      [question, { x: 0, y: i * level, width: size.width, height: size.question }] as const,
      ...ends.map(({ transport }, k) => {
        const y = i * level + size.question + size.drop;
        const x = columns[onward ? 1 : k]!;
        return [transport, { x, y, width: size.half, height: size.answer }] as const;
      }),
    ]),
  );
  const edges = chain.flatMap(({ question, onward, ends }) => {
    const y = bottom(boxes[question]);
    const down = (answer: Answer, x: number, to: Box) =>
      edge(question, answer, [
        [x, y],
        [x, to.y],
      ]);
    return [
      ...(onward ? [down(onward, size.half / 2, boxes[questions[question][onward]])] : []),
      ...ends.map(({ answer, transport }) =>
        down(answer, centre(boxes[transport]), boxes[transport]),
      ),
    ];
  });
  const lane = { x: size.width + 8, y: height + 12 };
  /** Out of a box by its free side, to the lane that runs along there. */
  const exit = (box: Box): Point[] =>
    right(box) === size.width
      ? [
          [right(box), middle(box)],
          [lane.x, middle(box)],
        ]
      : [
          [centre(box), bottom(box)],
          [centre(box), lane.y],
          [lane.x, lane.y],
        ];
  return {
    width: size.width,
    height: lane.y + 4,
    boxes,
    edges,
    arc: (from, to) => arrow([...exit(boxes[from]), ...exit(boxes[to]).reverse()]),
  };
})();

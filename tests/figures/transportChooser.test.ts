import { describe, expect, it, test } from 'vitest';
import type { Arrow } from '../../src/components/figures/transport-chooser/arrow.ts';
import {
  finding,
  heed,
  moment,
  stillOpen,
  why,
} from '../../src/components/figures/transport-chooser/describe.ts';
import {
  edgeKey,
  narrow,
  transports,
  wide,
  type Box,
  type Chart,
} from '../../src/components/figures/transport-chooser/layout.ts';
import { picture, poster } from '../../src/components/figures/transport-chooser/picture.ts';
import { readOn } from '../../src/components/figures/transport-chooser/readOn.ts';
import { inOrder } from '../../src/components/figures/transport-chooser/refine.ts';
import {
  back,
  sceneOf,
  standing,
  ways,
  wayTo,
  type Scene,
} from '../../src/components/figures/transport-chooser/scene.ts';
import {
  finerIds,
  questionIds,
  transportChooser,
  type ChooserValues,
} from '../../src/components/figures/transport-chooser/settings.ts';
import {
  answersTable,
  combinations,
  endpointsTable,
  pathsTable,
  rulesTable,
} from '../../src/components/figures/transport-chooser/tables.ts';
import {
  reasons,
  ruleWords,
  transportWords,
} from '../../src/components/figures/transport-chooser/words.ts';
import { fromQuery } from '../../src/components/figures/shared/settings.ts';
import { toCsv } from '../../src/components/figures/shared/table.ts';
import { decide, questions, type Answer } from '../../src/sim/index.ts';

const scene = (query = ''): Scene =>
  sceneOf(fromQuery<ChooserValues>(transportChooser.settings, query).values);

const paths = [
  '',
  'waiting=yes',
  'waiting=no',
  'waiting=yes&long=yes',
  'waiting=yes&long=no',
  'waiting=yes&long=no&wordy=yes',
  'waiting=yes&long=no&wordy=no',
  'long=no&wordy=yes',
  'waiting=no&long=yes',
];

const charts: readonly (readonly [string, Chart])[] = [
  ['in a row', wide],
  ['in a column', narrow],
];

describe.each(charts)('the chart %s', (_, chart) => {
  const boxes = Object.entries(chart.boxes);
  const onBorder = (x: number, y: number, box: Box) =>
    (x === box.x || x === box.x + box.width ? y >= box.y && y <= box.y + box.height : false) ||
    (y === box.y || y === box.y + box.height ? x >= box.x && x <= box.x + box.width : false);
  const apart = (a: Box, b: Box, by: number) =>
    a.x + a.width + by <= b.x ||
    b.x + b.width + by <= a.x ||
    a.y + a.height + by <= b.y ||
    b.y + b.height + by <= a.y;

  it('has every question and every transport once, inside its box, none over another', () => {
    expect(boxes.map(([id]) => id).sort()).toEqual([...questionIds, ...transports].sort());
    for (const [, { x, y, width, height }] of boxes) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(chart.width + 1e-9);
      expect(y + height).toBeLessThanOrEqual(chart.height);
    }
    boxes.forEach(([a, one], i) => {
      for (const [b, other] of boxes.slice(i + 1))
        expect(apart(one, other, 14), `${a} and ${b}`).toBe(true);
    });
  });

  it('has one edge for each answer, from its question to where the answer leads', () => {
    const expected = questionIds.flatMap((question) =>
      (Object.keys(questions[question]) as Answer[]).map((answer) => edgeKey(question, answer)),
    );
    expect(chart.edges.map(({ key }) => key).sort()).toEqual(expected.sort());
    for (const { question, answer, to, port, tip, d } of chart.edges) {
      expect(to).toBe(questions[question][answer]);
      expect(onBorder(port[0], port[1], chart.boxes[question])).toBe(true);
      expect(onBorder(tip.x, tip.y, chart.boxes[to])).toBe(true);
      expect(d.startsWith(`M${port.join(' ')}`)).toBe(true);
    }
  });

  it('leads no line through a box that it does not concern, nor two controls together', () => {
    for (const edge of chart.edges)
      for (const [id, box] of boxes)
        if (id !== edge.question && id !== edge.to)
          for (const [x, y] of points(edge))
            expect(
              x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
              `${edge.key} through ${id}`,
            ).toBe(false);
    chart.edges.forEach(({ port: [x, y] }, i) => {
      for (const { port } of chart.edges.slice(i + 1))
        expect(Math.hypot(port[0] - x, port[1] - y)).toBeGreaterThan(60);
    });
  });

  it('lets no line pass so near to another answer’s control that they touch', () => {
    for (const edge of chart.edges)
      for (const { port, key } of chart.edges)
        if (key !== edge.key)
          for (const [x, y] of points(edge))
            expect(Math.hypot(port[0] - x, port[1] - y)).toBeGreaterThan(22);
  });

  it('has an arc from each transport to each other, around all boxes', () => {
    for (const from of transports)
      for (const to of transports) {
        if (from === to) continue;
        const arc = chart.arc(from, to);
        const [start] = points(arc);
        expect(onBorder(start![0], start![1], chart.boxes[from])).toBe(true);
        expect(onBorder(arc.tip.x, arc.tip.y, chart.boxes[to])).toBe(true);
        for (const [id, box] of boxes)
          for (const [x, y] of points(arc))
            expect(
              x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
              `${from} to ${to} through ${id}`,
            ).toBe(false);
      }
  });
});

/** Points along an arrow, a unit apart: the straight runs of its path. */
function points({ d, tip }: Arrow): [number, number][] {
  const numbers = [...d.matchAll(/-?\d+(\.\d+)?/g)].map(([n]) => Number(n));
  const stops: [number, number][] = [];
  for (let i = 0; i < numbers.length; i += 2) stops.push([numbers[i]!, numbers[i + 1]!]);
  stops.push([tip.x, tip.y]);
  return stops.slice(1).flatMap(([x, y], i) => {
    const [px, py] = stops[i]!;
    const steps = Math.max(1, Math.ceil(Math.hypot(x - px, y - py)));
    return Array.from({ length: steps }, (_, k): [number, number] => [
      px + ((x - px) * k) / steps,
      py + ((y - py) * k) / steps,
    ]);
  });
}

describe('what stands where', () => {
  test.each(paths)('“%s”: the questions on the path, the next one, and the rest', (query) => {
    const s = scene(query);
    const { path, next, result } = decide(s.values);
    expect(s.result).toBe(result);
    for (const id of questionIds)
      expect(standing(s, id)).toBe(
        path.some(({ question }) => question === id)
          ? 'taken'
          : id === next
            ? 'next'
            : result
              ? 'aside'
              : 'later',
      );
  });

  test.each(transportChooser.presets.map(({ id, settings }) => [id, settings] as const))(
    'preset %s is the way to its answer',
    (id, settings) => {
      const answers = { chat: 'stream', title: 'sync', nightly: 'batch', research: 'job' } as const;
      expect(ways[answers[id]]).toEqual(settings);
    },
  );

  test('the second level counts only when it is asked', () => {
    const query = 'waiting=yes&long=no&wordy=yes&survive=yes';
    expect(scene(query).result).toBe('stream');
    expect(scene(`${query}&finer=on`).result).toBe('job');
    expect(scene('survive=yes&finer=on').result).toBeNull();
  });
});

describe('back, restart, and the way to an answer', () => {
  test('changing an earlier answer keeps the later ones', () => {
    const { values } = scene('waiting=no&long=no&wordy=yes');
    expect(sceneOf({ ...values, waiting: 'yes' }).result).toBe('stream');
  });

  test.each([
    { query: '', steps: [] },
    { query: 'waiting=yes&long=no&wordy=yes', steps: ['wordy', 'long', 'waiting'] },
    { query: 'waiting=no', steps: ['waiting'] },
    { query: 'waiting=no&wordy=no', steps: ['waiting', 'wordy'] },
    { query: 'waiting=no&who=away', steps: ['waiting'] },
    {
      query: 'waiting=yes&long=yes&finer=on&who=away&survive=no',
      steps: ['survive', 'who', 'long', 'waiting'],
    },
  ])('back from “$query” takes back $steps', ({ query, steps }) => {
    let { values } = scene(query);
    const taken: string[] = [];
    for (let change = back(sceneOf(values)); change; change = back(sceneOf(values))) {
      taken.push(...Object.keys(change));
      values = { ...values, ...change };
    }
    expect(taken).toEqual(steps);
  });

  test.each(transports)('the way to %s ends there, whatever was answered', (transport) => {
    for (const query of [...paths, 'finer=on&survive=yes', 'finer=on&who=later', 'finer=on']) {
      const { values } = scene(query);
      expect(sceneOf({ ...values, ...wayTo(transport, values) }).result).toBe(transport);
    }
    expect(wayTo('job', scene('finer=on&survive=yes').values)).not.toHaveProperty('finer');
  });
});

describe('words', () => {
  test.each([
    [
      '',
      'Three questions lead to one of four answers: a batch, an async job, a stream or a plain call.',
      'Question 1 of 3: Is somebody waiting?',
    ],
    [
      'waiting=yes',
      'Somebody is waiting: that leaves an async job, a stream or a plain call.',
      'Question 2 of 3: Will the whole thing take over 10 s?',
    ],
    [
      'waiting=yes&long=no',
      'Somebody is waiting and it is over within about 10 s: that leaves a stream or a plain call.',
      'Question 3 of 3: Is the output over about 200 tokens?',
    ],
    [
      'long=no&wordy=yes',
      'Three questions lead to one of four answers: a batch, an async job, a stream or a plain call.',
      'Question 1 of 3: Is somebody waiting? Questions 2 and 3: answered already, and counted once the path gets there.',
    ],
    ['waiting=no', 'Batch: nobody is waiting.', 'Path taken: Somebody waiting? No.'],
    [
      'waiting=yes&long=no&wordy=yes',
      'Stream: somebody is waiting, it is over within about 10 s and it is long enough that reading can begin before writing ends.',
      'Path taken: Somebody waiting? Yes · Over 10 s in all? No · Over about 200 tokens? Yes.',
    ],
    [
      'waiting=yes&long=no&wordy=yes&finer=on&survive=yes',
      'Async job, not a stream: it must survive a disconnect.',
      'Path taken: Somebody waiting? Yes · Over 10 s in all? No · Over about 200 tokens? Yes. Second level: Yes, it goes on.',
    ],
    [
      'waiting=no&finer=on&who=program&silence=over60',
      'Stream, not a batch: a program waits seconds for it and a plain call would be silent for over 60 s.',
      'Path taken: Somebody waiting? No. Second level: A program, for seconds · Over 60 s.',
    ],
  ])('“%s”', (query, found, now) => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    expect(plain(finding(scene(query)))).toBe(found);
    expect(plain(moment(scene(query)))).toBe(now);
  });

  test.each(paths)('“%s”: what is still open is what the answers can still lead to', (query) => {
    const s = scene(query);
    const reachable = transports.filter((transport) => {
      const { path, result } = decide({ ...s.values, ...ways[transport] });
      return (
        result === transport && s.decision.path.every((step, i) => path[i]?.answer === step.answer)
      );
    });
    expect(stillOpen(s)).toEqual(s.result ? [s.result] : reachable);
  });

  test('one reason for each step, and one for each move; every rule has its word', () => {
    const s = scene('waiting=yes&long=no&wordy=no&finer=on&survive=yes&silence=over60');
    expect(why(s)).toEqual([
      reasons.waiting.yes.why,
      reasons.long.no.why,
      reasons.wordy.no.why,
      ruleWords.silent.says.replace('A', 'But a'),
      ruleWords.detach.says.replace('It', 'But it'),
    ]);
    expect(heed(s)).toEqual([ruleWords.heartbeat.says, ruleWords.log.says, ruleWords.stop.says]);
    for (const rule of inOrder) {
      expect(ruleWords[rule.id].says).toMatch(/\.$/);
      expect('clause' in ruleWords[rule.id]).toBe('to' in rule);
    }
  });

  test.each(transports)('%s says what it is, costs, protects and asks to watch', (transport) => {
    const { what, costs, watch, protects } = transportWords[transport];
    for (const sentence of [what, costs, protects, ...watch]) expect(sentence).toMatch(/\.$/);
    expect(watch.length).toBeGreaterThanOrEqual(3);
    expect(readOn[transport].length).toBeGreaterThan(0);
  });

  test('numbers do not part from their units at the end of a line', () => {
    const all = JSON.stringify([transportWords, reasons, ruleWords, transportChooser.settings]);
    expect(all.match(/\d (s|h|min|ms)\b/g)).toBeNull();
  });
});

describe('tables', () => {
  test('one path to each answer, and the endpoints’ answers', () => {
    expect(pathsTable().rows.map(([answer]) => answer)).toEqual([
      'Batch',
      'Async job',
      'Stream',
      'Sync',
    ]);
    expect(endpointsTable().rows.map((row) => [row[0], row.at(-1)])).toEqual([
      ['Chat surface', 'Stream'],
      ['Title suggestion', 'Sync'],
      ['Nightly summaries', 'Batch'],
      ['Deep-research mode', 'Async job'],
    ]);
  });

  test.each([pathsTable(), answersTable(), endpointsTable(), rulesTable(), combinations()])(
    '$caption: every row as wide as its heading, and nothing empty that should not be',
    ({ columns, rows }) => {
      for (const row of rows) expect(row).toHaveLength(columns.length);
      expect(JSON.stringify(rows)).not.toMatch(/undefined|null|NaN/);
      expect(new Set(columns).size).toBe(columns.length);
    },
  );

  test('the combinations are all there are, each what its address shows', () => {
    const { columns, rows } = combinations();
    expect(rows).toHaveLength(4 * 5 * 3 * 4 * 3);
    for (const row of rows) {
      const cells = Object.fromEntries(columns.map((column, i) => [column, row[i]!]));
      const query = new URLSearchParams([
        ['finer', 'on'],
        ...[...questionIds, ...finerIds].map((id) => [id, cells[id]!]),
      ]);
      expect(scene(query.toString()).result).toBe(cells['answer']);
    }
    expect(toCsv(combinations()).split('\r\n')).toHaveLength(4 * 5 * 3 * 4 * 3 + 2);
  });
});

describe('the picture', () => {
  const c = { raised: '#1', paper: '#2', sunk: '#3', ink: '#4', soft: '#5', edge: '#6', dom: '#7' };

  test.each(paths)('“%s”: as many lines lit as answers on the path', (query) => {
    const svg = poster(query, c);
    expect(svg.match(/<path [^>]*stroke="#7" stroke-width="3"/g)?.length ?? 0).toBe(
      scene(query).decision.path.length,
    );
    expect(svg).not.toMatch(/undefined|NaN|\[object/);
  });

  test('names every answer, says its finding, and draws what was moved with dashes', () => {
    const svg = poster('waiting=yes&long=no&wordy=yes&finer=on&survive=yes', c);
    for (const transport of transports)
      expect(svg).toContain(transportWords[transport].name.toUpperCase());
    expect(svg).toContain('<desc>Async job, not a stream: it must survive a disconnect.</desc>');
    expect(svg.match(/stroke-dasharray/g)).toHaveLength(1);
    expect(poster('', c)).toBe(picture(scene(), c));
  });
});

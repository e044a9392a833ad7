import {
  formatScenario,
  hops,
  tokenTimes,
  type Gaps,
  type Metrics,
  type Trace,
} from '../../src/sim/index.ts';
import { columns } from './columns.ts';

/** The measures of a trace, to be read by a person. */
export function table({ trace, metrics }: { trace: Trace; metrics: Metrics }): string {
  const settings = Object.entries(formatScenario(trace.scenario)).map(
    ([key, value]) => `${key}=${value}`,
  );
  return `${metrics.tokens} tokens in ${metrics.events} events, ${metrics.bytes} bytes
${settings.join(' ') || 'every setting at its default'}

${perHop(trace)}

${columns(measures(metrics), [1])}
`;
}

const none = '–';
const fixed = (value: number | null | undefined, digits: number) => value?.toFixed(digits) ?? none;
const ms = (value: number | null | undefined) => fixed(value, 3);

/** When the first and the last token leave each hop. */
function perHop(trace: Trace): string {
  const times = hops.map((hop) => tokenTimes(trace, hop));
  return columns(
    [
      ['ms', ...hops],
      ['first token', ...times.map((list) => ms(list[0]))],
      ['last token', ...times.map((list) => ms(list.at(-1)))],
    ],
    [1, 2, 3, 4, 5],
  );
}

type Row = [name: string, value: string, unit: string];

function gapRows(name: string, gaps: Gaps | null): Row[] {
  return (['mean', 'p50', 'p95', 'p99', 'longest'] as const).map((part) => [
    `${name}, ${part}`,
    ms(gaps?.[part]),
    'ms',
  ]);
}

function measures(m: Metrics): Row[] {
  return [
    ['time to first token, hidden or not', ms(m.ttft), 'ms'],
    ['time to answer', ms(m.timeToAnswer), 'ms'],
    ['first parsed', ms(m.firstParsed), 'ms'],
    ['last parsed', ms(m.lastParsed), 'ms'],
    ['first paint', ms(m.firstPaint), 'ms'],
    ['last paint', ms(m.lastPaint), 'ms'],
    ['paints', String(m.paints), ''],
    ...gapRows('gap between tokens', m.gap),
    ...gapRows('gap between events', m.eventGap),
    ...gapRows('gap between paints', m.paintGap),
    ['frozen', ms(m.frozen), 'ms'],
    ['long tasks', String(m.longTasks), ''],
    ['longest task', ms(m.longestTask), 'ms'],
    ...Object.entries(m.tpot).map(([tool, value]): Row => [
      `time per output token, ${tool}`,
      ms(value),
      'ms',
    ]),
    ['Andes QoE', fixed(m.qoe, 4), 'of 1'],
    ['fluidity index', fixed(m.fluidity, 4), 'of 1'],
    ['weighted wait', ms(m.wait), 'ms'],
    ['feels-fast', fixed(m.feelsFast, 2), 'of 100'],
  ];
}

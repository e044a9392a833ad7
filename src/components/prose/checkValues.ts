import type { Scenario } from '../../sim/index.ts';

/** The answer behind the check values: 300 tokens of 4 characters, every event 120 bytes. */
export const checkAnswer = { tokens: 300, chars: 4, bytes: 120 } as const;

/** The settings that all rows share, spelled out so that no row depends on a default. */
export const checkBase = {
  ttft: 400,
  rate: 60,
  jitter: 0,
  reasoning: 0,
  stall: 0,
  group: 1,
  framing: 0.2,
  proxy: 'pass',
  latency: 20,
  parse: 0.1,
  cost: 0,
  charcost: 0,
  hz: 60,
  weight: 10,
} as const satisfies Partial<Scenario>;

/** Fixed values that the model must give: times in ms, the score to two decimals. */
export interface CheckRow {
  name: string;
  settings: Partial<Scenario>;
  firstParsed: number;
  lastParsed: number;
  firstPaint: number;
  lastPaint: number;
  paints: number;
  /** `null`: one paint has no gap. */
  longestPaintGap: number | null;
  feelsFast: number;
}

const row = (
  name: string,
  settings: Partial<Scenario>,
  [firstParsed, lastParsed, firstPaint, lastPaint]: [number, number, number, number],
  paints: number,
  longestPaintGap: number | null,
  feelsFast: number,
): CheckRow => ({
  name,
  settings,
  firstParsed,
  lastParsed,
  firstPaint,
  lastPaint,
  paints,
  longestPaintGap,
  feelsFast,
});

const late = 5403.633;
const slow = { cost: 25 };
const bucket = { proxy: 'bucket', bucket: 4096, header: 165 } as const;

export const checkRows: readonly CheckRow[] = [
  row('sync', { render: 'sync' }, [420.3, late, 5416.667, 5416.667], 1, null, 15.3),
  row('per token', { render: 'token' }, [420.3, late, 433.333, 5416.667], 300, 16.667, 73.55),
  row('every 50 ms', { render: 'every', every: 50 }, [420.3, late, 450, 5450], 101, 50, 73.09),
  row(
    'per frame, bucket',
    { render: 'frame', ...bucket },
    [953.633, 5406.433, 966.667, 5416.667],
    9,
    583.334,
    42.27,
  ),
  row(
    'per token, 25 ms a draw',
    { render: 'token', ...slow },
    [420.3, late, 450, 7933.333],
    13,
    2283.333,
    29.1,
  ),
  row(
    'per frame, 25 ms a draw',
    { render: 'frame', ...slow },
    [420.3, late, 458.333, 5458.333],
    151,
    33.334,
    72.88,
  ),
];

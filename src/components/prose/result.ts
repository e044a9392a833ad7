import {
  metrics,
  parseScenario,
  scenarioFields,
  simulate,
  type Metrics,
  type Ms,
} from '../../sim/index.ts';
import { didYouMean } from '../../text.ts';
import { faultsIn } from '../figures/authoring.ts';

type Unit = 'ms' | 'ms each' | 'plain';

/** The unit of every measure. `satisfies` makes a measure without one a type error. */
const units = {
  tokens: 'plain',
  events: 'plain',
  bytes: 'plain',
  ttft: 'ms',
  timeToAnswer: 'ms',
  firstParsed: 'ms',
  lastParsed: 'ms',
  firstPaint: 'ms',
  lastPaint: 'ms',
  total: 'ms',
  paints: 'plain',
  gap: 'ms each',
  eventGap: 'ms each',
  paintGap: 'ms each',
  longestPaintGap: 'ms',
  frozen: 'ms',
  longTasks: 'plain',
  longestTask: 'ms',
  tpot: 'ms each',
  qoe: 'plain',
  fluidity: 'plain',
  wait: 'ms',
  feelsFast: 'plain',
} satisfies Record<keyof Metrics, Unit>;

export interface Question {
  /** Settings of the simulator, as in a URL: `render=token&cost=25`. */
  with?: string | undefined;
  /** Which measure: a name from `Metrics`, or a path into it such as `tpot.llmperf`. */
  of: string;
  /** Decimals. Default: 0 for milliseconds and plain numbers, 2 for seconds. */
  digits?: number | undefined;
  /** Hold paints back until they are at least this far apart, as a smoothing library does. ms */
  paced?: Ms | undefined;
}

const nbsp = '\u00a0';

/** "433 ms" below a second, "5.42 s" from there on. */
export function formatMs(ms: Ms, digits?: number): string {
  const short = ms.toFixed(digits ?? 0);
  return Number(short) < 1000 ? `${short}${nbsp}ms` : `${(ms / 1000).toFixed(digits ?? 2)}${nbsp}s`;
}

/** The metrics of a scenario given as a query. @throws Error that says what is wrong with the query */
export function measure(query = '', paced: Ms = 0): Metrics {
  const faults = faultsIn(scenarioFields, query);
  if (faults.length > 0) throw new Error(faults.join('; '));
  const { scenario } = parseScenario(Object.fromEntries(new URLSearchParams(query)));
  const trace = simulate(scenario);
  if (paced === 0) return metrics(trace);
  const seen = pace(trace.dom, paced);
  return metrics({ ...trace, dom: seen, paints: seen });
}

/** The same order, no two closer than `gap`: `out[i] = max(times[i], out[i−1] + gap)`. */
export function pace(times: Float64Array, gap: Ms): Float64Array {
  const out = Float64Array.from(times);
  for (let i = 1; i < out.length; i++) out[i] = Math.max(out[i]!, out[i - 1]! + gap);
  return out;
}

/** A number of the model's, as prose prints it. @throws Error that quotes the component and says what is wrong */
export function result({ with: query, of, digits, paced }: Question): string {
  const fail = (why: string) => new Error(`<Result with="${query ?? ''}" of="${of}">: ${why}`);
  const [name = '', part] = of.split('.');
  if (!(name in units)) throw fail(`no such measure.${didYouMean(name, Object.keys(units))}`);
  let found: unknown;
  try {
    found = measure(query, paced)[name as keyof Metrics];
  } catch (error) {
    throw fail((error as Error).message);
  }
  if (part !== undefined && found !== null && typeof found === 'object') {
    if (!(part in found))
      throw fail(`no "${part}" in ${name}.${didYouMean(part, Object.keys(found))}`);
    found = found[part as keyof typeof found];
  }
  if (found === null) throw fail('undefined for this scenario');
  if (typeof found !== 'number')
    throw fail(`is not one number; it has ${Object.keys(found as object).join(', ')}`);
  if (units[name as keyof Metrics] !== 'plain') return formatMs(found, digits);
  return found.toLocaleString('en', {
    minimumFractionDigits: digits ?? 0,
    maximumFractionDigits: digits ?? 0,
  });
}

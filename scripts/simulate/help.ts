import { scenarioFields } from '../../src/sim/index.ts';
import { settingRows } from '../settingRows.ts';
import { columns } from './columns.ts';

/** How the command is used, with every setting as the simulator declares it. */
export function help(): string {
  return `Prints what a scenario gives: when each token leaves each hop, from the model to the frame that shows it.

Usage
  npm run -s simulate -- [KEY=VALUE …] [--uniform COUNT,CHARS,BYTES] [--format table|json|csv]

Options
  --uniform COUNT,CHARS,BYTES  COUNT tokens of CHARS characters, each event of BYTES bytes, in place of a prepared text
  --format table               measures with their units (the default)
  --format json                { scenario, problems, times, paints, busy, metrics }, times per token and hop in ms
  --format csv                 one row per token: index, text, characters, and the time at each of five hops in ms
  --help, -h                   this

Settings
${columns([['  KEY', 'DEFAULT', 'UNIT', 'ALLOWED'], ...settingRows(scenarioFields)])}

Examples
  npm run -s simulate
  npm run -s simulate -- proxy=bucket rate=120
  npm run -s simulate -- render=token cost=25 --uniform 300,4,120
  npm run -s simulate -- response=japanese tokens=20 --format csv
  npm run -s simulate -- jitter=0.5 seed=7 --format json > trace.json

Times are milliseconds since the request was sent. A value that is not allowed is named on stderr, its default is used,
and the exit code is 2; so it is, without any output, when an option or the name of a setting is not known.
`;
}

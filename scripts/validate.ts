// Holds the simulator against a real server, a real nginx and a real browser.
//
//   npm run validate                            everything, five times: about ten minutes; writes src/content/validation.json
//   npm run validate -- --only nginx-1.0,token-25-60   some cases, by their names or the beginning of them; writes nothing
//   npm run validate -- --repeats 3             each case three times
//   npm run validate -- --json FILE             writes the results there instead
//
// Read times from a quiet machine only. It says what is missing, and does the rest.

import { writeFileSync } from 'node:fs';
import { availableParallelism, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { quantile } from 'd3-array';
import { format } from 'prettier';
import { verdicts } from '../src/validation/criteria.ts';
import { resultsSchema, type CaseResult, type Results } from '../src/validation/results.ts';
import { findBrowser } from './browser.ts';
import { findNginx } from './nginx.ts';
import { cases, idOf, paths, type Path } from './validate/cases.ts';
import { openLab, type Answered } from './validate/lab.ts';
import { print } from './validate/print.ts';
import { outcome, summary } from './validate/summary.ts';
import { nginxVersion } from './validate/versions.ts';

const file = fileURLToPath(new URL('../src/content/validation.json', import.meta.url));

try {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      repeats: { type: 'string', default: '5' },
      json: { type: 'string' },
    },
  });
  const repeats = Number(values.repeats);
  if (!(Number.isInteger(repeats) && repeats > 0))
    throw new Error(`--repeats ${values.repeats}: not a whole number from 1`);
  const only = values.only?.split(',');
  const wanted = cases.filter((each) => only?.some((name) => idOf(each).startsWith(name)) ?? true);
  if (wanted.length === 0)
    throw new Error(`No such case. The cases are ${cases.map(idOf).join(', ')}.`);

  const browser = findBrowser();
  if (!browser) throw new Error('There is no Chromium here: nothing can be measured.');
  const nginx = findNginx();
  if (!nginx) console.error('There is no nginx here: what goes through one is left out.');
  const here = wanted.filter(({ path }) => nginx !== null || !(paths[path] as Path).nginx);

  const lab = await openLab(browser.executablePath, nginx);
  const all: Answered[] = [];
  const results: CaseResult[] = [];
  try {
    await lab.answer(cases[0]!); // the first answer of a browser is slower than the rest
    for (const of of here) {
      console.error(`${idOf(of)} …`);
      const answers: Answered[] = [];
      for (let i = 0; i < repeats; i++) answers.push(await lab.answer(of));
      all.push(...answers);
      results.push(
        summary(
          of,
          answers.map((answer) => outcome(of, answer)),
        ),
      );
    }
  } finally {
    await lab.close();
  }

  const late = all.flatMap(({ emitted }) => emitted.written.map((each) => each.late));
  const rounded = (value: number) => Math.round(value * 100) / 100;
  const whole: Results = resultsSchema.parse({
    date: new Date().toISOString().slice(0, 10),
    machine: `${String(availableParallelism())} cores, ${platform() === 'linux' ? 'Linux' : platform()}`,
    versions: {
      node: process.versions.node,
      nginx: nginx && nginxVersion(nginx),
      chromium: lab.version,
    },
    repeats,
    clock: rounded(
      Math.max(...all.map(({ measured: { clock } }) => Math.abs(clock.ahead) + clock.took / 2)),
    ),
    late: { p50: rounded(quantile(late, 0.5)!), p99: rounded(quantile(late, 0.99)!) },
    cases: results,
  });
  console.log(print(whole));
  const target = values.json ?? (only ? undefined : file);
  if (target)
    writeFileSync(target, await format(JSON.stringify(whole), { parser: 'json', printWidth: 100 }));
  const checked = results.flatMap((each) => verdicts(each, repeats));
  const missed = checked.filter(({ met }) => !met).length;
  console.log(`\n${String(checked.length)} wanted, ${String(missed)} missed.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

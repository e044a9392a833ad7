// Holds the simulator against a real server, a real nginx and a real browser: `npm run validate`. --help says the rest.

import { writeFileSync } from 'node:fs';
import { availableParallelism, constants, platform } from 'node:os';
import { fileURLToPath } from 'node:url';
import { quantile } from 'd3-array';
import { format } from 'prettier';
import { verdicts } from '../src/validation/criteria.ts';
import { resultsSchema, type CaseResult, type Results } from '../src/validation/results.ts';
import { findBrowser } from './browser.ts';
import { findNginx } from './nginx.ts';
import { readArguments, type Arguments } from './validate/arguments.ts';
import { cases, idOf, paths, type Path } from './validate/cases.ts';
import { help } from './validate/help.ts';
import { openLab, type Answered } from './validate/lab.ts';
import { print } from './validate/print.ts';
import { outcome, summary } from './validate/summary.ts';
import { nginxVersion } from './validate/versions.ts';

const file = fileURLToPath(new URL('../src/content/validation.json', import.meta.url));

try {
  const given = readArguments(process.argv.slice(2));
  if (given.help) console.log(help);
  else await validate(given);
} catch (error) {
  if (process.exitCode === undefined) {
    console.error(error instanceof Error ? error.message : error);
    console.error('npm run validate -- --help shows how it is used.');
    process.exitCode = 2;
  }
}

/** Measures what there is to measure it with, and prints what came of it. @throws Error if that is nothing */
async function validate({ cases: wanted, repeats, json }: Arguments): Promise<void> {
  const browser = findBrowser();
  if (!browser)
    throw new Error('No Chromium here: install Chrome, Chromium or Edge, or set CHROME_PATH.');
  const nginx = findNginx();
  const here = wanted.filter(({ path }) => nginx !== null || !(paths[path] as Path).nginx);
  if (here.length < wanted.length) {
    const left = `${String(wanted.length - here.length)} of ${String(wanted.length)} cases`;
    console.error(`No nginx here, and ${left} go through one: install it (nginx-light on Debian).`);
  }
  if (here.length === 0) throw new Error('Nothing can be measured.');

  const all: Answered[] = [];
  const results: CaseResult[] = [];
  const opening = openLab(browser.executablePath, nginx);
  endOnSignals(async () => (await opening).close());
  const lab = await opening;
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
  const checked = results.flatMap((each) => verdicts(each, repeats));
  const missed = checked.filter(({ met }) => !met).length;
  console.log(`\n${String(checked.length)} wanted, ${String(missed)} missed.`);
  const target = json ?? (here.length === cases.length ? file : undefined);
  if (target)
    writeFileSync(target, await format(JSON.stringify(whole), { parser: 'json', printWidth: 100 }));
  else console.log('Some cases only, so nothing is written. --json FILE would.');
}

/** Ctrl-C leaves nothing behind: what was started is ended first. A second one does not wait. */
function endOnSignals(end: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      process.exitCode = 128 + constants.signals[signal]; // and what fails from now on is no news
      void end().finally(() => process.exit());
    });
}

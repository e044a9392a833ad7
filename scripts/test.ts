// Runs the checks of checks.ts.
//
//   npm test                  all of them
//   npm test -- lint types    these only, and what they need

import { stages, type Check, type Counts } from './checks.ts';

const checks = stages.flat();
const names = checks.map(({ name }) => name);
const failed = new Set<string>();
const skipped = new Map<string, string>();
const total: Counts = { passed: 0, failed: 0 };

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`No such check: ${unknown.join(', ')}. The checks are ${names.join(', ')}.`);
  process.exit(2);
}
const wanted = withNeeds(asked.length > 0 ? asked : names);

for (const stage of stages) {
  const now = stage.filter(({ name }) => wanted.has(name));
  if (now.length === 0) continue;
  console.log(`${now.map(({ name }) => name).join(', ')} …`);
  await Promise.all(now.map(perform));
}
for (const [name, why] of skipped) console.log(`\nSkipped: ${name} (${why}).`);
if (failed.size > 0) console.log(`\nFailed: ${[...failed].join(', ')}.`);
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exitCode = failed.size > 0 || total.failed > 0 ? 1 : 0;

function withNeeds(asked: readonly string[]): Set<string> {
  const needs = (name: string) => checks.find((check) => check.name === name)?.needs ?? [];
  return new Set(asked.flatMap((name) => [...needs(name), name]));
}

/** Runs one check. What it prints is held back until it ends, so that checks side by side do not mix. */
async function perform({ name, needs = [], run, hint }: Check): Promise<void> {
  const missing = needs.filter((need) => failed.has(need));
  if (missing.length > 0) {
    failed.add(name);
    console.log(`  ${name}: left out, because of ${missing.join(', ')}`);
    return;
  }
  const started = performance.now();
  const { ok, output, counts, skipped: why } = await attempt(run);
  if (why !== undefined) skipped.set(name, why);
  if (why !== undefined && !counts) {
    console.log(`  ${name}: skipped, ${why}`);
    return;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const tests = counts ? `, ${String(counts.passed)} passed, ${String(counts.failed)} failed` : '';
  total.passed += counts?.passed ?? 0;
  total.failed += counts?.failed ?? 0;
  console.log(`  ${name}: ${ok ? 'ok' : 'FAILED'} in ${seconds} s${tests}`);
  if (ok) return;
  failed.add(name);
  console.log(`\n${output.trimEnd()}\n\n  ${name}: ${hint}\n`);
}

/** A check that throws has failed. */
async function attempt(run: Check['run']): ReturnType<Check['run']> {
  try {
    return await run();
  } catch (error) {
    return { ok: false, output: error instanceof Error ? error.message : String(error) };
  }
}

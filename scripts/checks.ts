// What `npm test` checks, in one table.

import { readFileSync, rmSync } from 'node:fs';
import { ensureBrowser } from './browser.ts';
import { bin, run, type Result } from './run.ts';

export interface Counts {
  passed: number;
  failed: number;
}

export interface Check {
  name: string;
  run: () => Promise<Result & { counts?: Counts }>;
  /** What to do when it fails. */
  hint: string;
  /** Checks without which this one makes no sense. They run too when only this one is asked for. */
  needs?: string[];
}

/** The checks of one stage run side by side, the stages one after another. */
export const stages: Check[][] = [
  [
    // Content against its schemas. Also writes the types that lint and types read.
    {
      name: 'content',
      run: () => run(bin('astro', 'sync')),
      hint: 'The message names the file and the field.',
    },
  ],
  [
    {
      name: 'format',
      run: () => run(bin('prettier', '--check', '.')),
      hint: 'npm run format rewrites the files.',
    },
    {
      name: 'lint',
      needs: ['content'],
      run: () => run(bin('eslint', '.', '--max-warnings', '0')),
      hint: 'npx eslint --fix . repairs some of it; eslint.boundaries.js says where the lines run.',
    },
    {
      name: 'types',
      needs: ['content'],
      run: async () => {
        const astro = await run(
          bin('astro', 'check', '--noSync', '--minimumFailingSeverity', 'hint'),
        );
        const svelte = await run(bin('svelte-check', '--fail-on-warnings'));
        return { ok: astro.ok && svelte.ok, output: astro.output + svelte.output };
      },
      hint: 'Warnings and hints count. An editor with the Astro and Svelte extensions shows the same.',
    },
  ],
  [
    // Unit, property and golden tests: tests/**/*.test.ts, in Node.
    {
      name: 'unit',
      run: () =>
        counted('test-results/unit.json', vitestCounts, bin('vitest', 'run', '--coverage')),
      hint: 'npx vitest FILE runs one file again at every change; vitest.config.ts holds the limits.',
    },
  ],
  [
    {
      name: 'build',
      run: async () => {
        const site = await run(bin('astro', 'build'));
        const size = await run([process.execPath, 'scripts/size.ts']);
        return { ok: site.ok && size.ok, output: site.output + size.output };
      },
      hint: 'npm run dev shows the same error with its place in the source.',
    },
  ],
  [
    {
      name: 'browser',
      run: async () => {
        const browser = await ensureBrowser((line) => console.log(`  ${line}`));
        if (!browser) {
          return { ok: false, output: 'There is no Chromium, and none could be installed.' };
        }
        console.log(`  ${browser.executablePath} (${browser.source})`);
        return { ok: true, output: '' };
      },
      hint: 'Install Chrome, Chromium or Edge, or set CHROME_PATH to one, and run it again.',
    },
  ],
  [
    // What a reader sees: tests/e2e/, in a browser, on the built site.
    {
      name: 'e2e',
      needs: ['build', 'browser'],
      run: () => counted('test-results/e2e.json', playwrightCounts, bin('playwright', 'test')),
      hint: 'npx playwright test FILE --debug steps through one file.',
    },
  ],
];

/** Runs a command that leaves a report, and counts what the report says. */
async function counted<Report>(
  file: string,
  count: (report: Report) => Counts,
  command: string[],
): Promise<Result & { counts?: Counts }> {
  rmSync(file, { force: true });
  const result = await run(command);
  try {
    return { ...result, counts: count(JSON.parse(readFileSync(file, 'utf8')) as Report) };
  } catch {
    return { ok: false, output: `${result.output}\nIt left no report in ${file}.\n` };
  }
}

function vitestCounts(report: { numPassedTests: number; numFailedTests: number }): Counts {
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function playwrightCounts({ stats }: { stats: { expected: number; unexpected: number } }): Counts {
  return { passed: stats.expected, failed: stats.unexpected };
}

// What `npm test` checks, in one table.

import { readFileSync, rmSync } from 'node:fs';
import { advisories } from './advisories.ts';
import { ensureBrowser } from './browser.ts';
import { notHere, tableIn, whichEngines } from './engineTable.ts';
import { ensureNginx } from './nginx.ts';
import { bin, run, type Result } from './run.ts';

export interface Counts {
  passed: number;
  failed: number;
}

export interface Outcome extends Result {
  counts?: Counts;
  /** What could not be checked here, and why. Without `counts` that is all of it. */
  skipped?: string | undefined;
}

export interface Check {
  name: string;
  run: () => Promise<Outcome>;
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
    // What nothing leads to: files, exports, dependencies. Knip.
    {
      name: 'unused',
      run: () => run(bin('knip', '--no-config-hints')),
      hint: 'Delete what it names. What is used in a way that it cannot see goes into knip.config.ts, with where.',
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
      hint: 'A page that is named has the fault. npm run dev shows errors of the code with their place in the source.',
    },
    // CONTRIBUTING's “Add a figure”, done in a copy: tests/walk/.
    {
      name: 'walk',
      run: () =>
        counted(
          'test-results/walk.json',
          vitestCounts,
          bin('vitest', 'run', '--config', 'tests/walk/vitest.config.ts'),
        ),
      hint: 'What npm run new writes (scripts/templates/) has fallen behind the other figures, or CONTRIBUTING.md has.',
    },
    // The npm package, installed from its tarball: tests/package/.
    {
      name: 'package',
      run: () =>
        counted(
          'test-results/packed.json',
          vitestCounts,
          bin('vitest', 'run', '--config', 'tests/package/vitest.config.ts'),
        ),
      hint: 'npm pack writes package/ and the tarball; scripts/package.ts says what is in it.',
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
    // What servers send: tests/servers/, with a real nginx, on the built site.
    {
      name: 'hosting',
      needs: ['build'],
      run: async () => {
        const nginx = await ensureNginx((line) => console.log(`  ${line}`));
        if (!nginx)
          return { ok: true, output: '', skipped: 'no nginx here, and none could be installed' };
        return counted(
          'test-results/servers.json',
          vitestCounts,
          bin('vitest', 'run', '--config', 'tests/servers/vitest.config.ts'),
        );
      },
      hint: 'src/site/headers.ts says what should be sent, src/site/hosting/ tells the servers.',
    },
    // Known holes in what others wrote of it.
    {
      name: 'advisories',
      needs: ['build'],
      run: () => advisories(readFileSync('dist/licences.txt', 'utf8')),
      hint: 'Take the version that mends it: npm install --save-exact NAME@VERSION. npm audit says which.',
    },
    // What every figure does in Firefox and WebKit, where they are: tests/engines/, on the built site.
    {
      name: 'engines',
      needs: ['build', 'browser'],
      run: async () => {
        const { there, missing } = whichEngines();
        // Chromium has the check `e2e`: it is tried where nothing else is, so that the table itself is.
        const others = there.filter(({ id }) => id !== 'chromium');
        const result = await counted(
          'test-results/engines.json',
          vitestCounts,
          tableIn(others.length > 0 ? others : there),
        );
        if (missing.length === 0) return result;
        return { ...result, skipped: `${notHere(missing)}; npm run engines installs what it may` };
      },
      hint: 'npm run engines -- firefox shows one engine; tests/engines/checks/ says what is done.',
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
): Promise<Outcome> {
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

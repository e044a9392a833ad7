// Whether there are known holes in what we ship of others.

import { licensed } from './licences.ts';
import { npm, run, type Result } from './run.ts';

interface Audit {
  vulnerabilities?: Record<string, { severity: string; range: string; via: unknown[] }>;
  message?: string;
}

/**
 * Asks the registry for advisories on the packages in `licences`, the text that the build writes. What only works here
 * is not asked about. Where the registry does not answer, that is said, and nothing is wrong.
 */
export async function advisories(licences: string): Promise<Result & { skipped?: string }> {
  const quick = ['--fetch-retries=0', '--fetch-timeout=15000'];
  const { output } = await run(npm('audit', '--json', '--package-lock-only', ...quick), {
    limitMs: 60_000,
  });
  const { vulnerabilities, message } = answerIn(output);
  if (!vulnerabilities)
    return {
      ok: true,
      output,
      skipped: `no answer from the registry: ${message ?? 'none at all'}`,
    };
  const shipped = new Set(licensed(licences));
  const holes = Object.entries(vulnerabilities).filter(([name]) => shipped.has(name));
  return {
    ok: holes.length === 0,
    output: holes
      .map(([name, { severity, range, via }]) => `${name} ${range}: ${severity}. ${urlIn(via)}\n`)
      .join(''),
  };
}

/** The JSON in what npm prints, which may have warnings before and after it. */
function answerIn(output: string): Audit {
  try {
    return JSON.parse(
      output.slice(output.indexOf('\n{') + 1, output.lastIndexOf('\n}') + 2),
    ) as Audit;
  } catch {
    return {};
  }
}

const urlIn = (via: unknown): string => /https?:[^"]+/.exec(JSON.stringify(via))?.[0] ?? '';

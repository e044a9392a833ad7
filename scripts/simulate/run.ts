import { metrics, parseScenario, simulate, uniform } from '../../src/sim/index.ts';
import { Misuse, readWords } from './arguments.ts';
import { help } from './help.ts';
import { report } from './report.ts';

export interface Outcome {
  output: string;
  /** For stderr, one line each. */
  errors: string[];
  exitCode: 0 | 2;
}

/** What the command line asks for. Words that make no sense give no output; a bad value gives way to its default. */
export function run(words: readonly string[]): Outcome {
  try {
    const request = readWords(words);
    if (request.help) return { output: help(), errors: [], exitCode: 0 };
    const { scenario, problems } = parseScenario(request.settings);
    const trace = simulate(scenario, request.uniform && uniform(...request.uniform));
    return {
      output: report(request.format, { trace, problems, metrics: metrics(trace) }),
      errors: problems.map((problem) => problem.message),
      exitCode: problems.length > 0 ? 2 : 0,
    };
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    const errors = [...error.faults, 'npm run -s simulate -- --help shows how it is used.'];
    return { output: '', errors, exitCode: 2 };
  }
}

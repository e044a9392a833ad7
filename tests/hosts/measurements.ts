import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';

/** The kind of annotation that holds a number worth reading. */
export const MEASURED = 'measured';

/** Prints, at the end, what the tests have measured. */
export default class Measurements implements Reporter {
  private readonly lines: string[] = [];

  onTestEnd(test: TestCase, { annotations }: TestResult): void {
    const title = test.titlePath().slice(3).join(' › ');
    for (const { type, description } of annotations)
      if (type === MEASURED) this.lines.push(`  ${title}: ${description}`);
  }

  onEnd(): void {
    if (this.lines.length > 0) console.log(`\nMeasured:\n${this.lines.sort().join('\n')}`);
  }
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import type { Scenario, Trace } from '../../src/sim/index.ts';
import { hops, metrics, simulate, uniform } from '../../src/sim/index.ts';

/*
 * Scenarios in, traces out: tests/golden/NAME.json says why it is there and what is simulated, and holds what came out.
 * Equality is exact. The simulator uses nothing that may differ in the last bit between engines, so these
 * numbers are the same on every platform, and another implementation may be held against them.
 *
 * To add one, write a file with `why` and `scenario` (and `uniform: [count, characters, bytes]` in place of a
 * prepared text), then UPDATE_GOLDEN=1 npx vitest run tests/sim/golden. After a change that is meant to move
 * times, do the same and read the difference. A change of a prepared text moves the few that use one.
 */
interface Golden {
  why: string;
  scenario: Partial<Scenario>;
  uniform?: [count: number, chars: number, bytes: number];
  metrics?: unknown;
  trace?: unknown;
}

const folder = new URL('../golden/', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] === '1';

/** Lists of up to this length are kept whole; of longer ones every so many-th entry, and the last. */
const WHOLE = 40;

function sample(list: ArrayLike<number>): { length: number; step: number; values: number[] } {
  const step = Math.ceil(list.length / WHOLE);
  const values = Array.from(list).filter((_, i) => i % step === 0 || i === list.length - 1);
  return { length: list.length, step, values };
}

const lists = [...hops, 'paints', 'shown', 'busy', 'ends'] as const;

/** Of every time and count, as the whole numbers of microseconds and bytes that they are. */
function checksum(trace: Trace): string {
  const hash = createHash('sha256');
  for (const name of lists) hash.update(`${name} ${Array.from(trace[name]).join(' ')}\n`);
  return hash.digest('hex').slice(0, 16);
}

function compute({ scenario, uniform: sizes }: Golden) {
  const trace = simulate(scenario, sizes && uniform(...sizes));
  const samples = Object.fromEntries(lists.map((name) => [name, sample(trace[name])]));
  return { metrics: metrics(trace), trace: { checksum: checksum(trace), ...samples } };
}

const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Golden;

describe('golden traces', () => {
  it('there are enough of them', () => expect(files.length).toBeGreaterThanOrEqual(12));

  for (const file of files) {
    const golden = read(file);
    it(`${file.replace('.json', '')}: ${golden.why}`, async () => {
      const computed = compute(golden);
      if (update) {
        const text = JSON.stringify({ ...golden, ...computed });
        writeFileSync(
          new URL(file, folder),
          await format(text, { parser: 'json', printWidth: 100 }),
        );
      }
      const { metrics: measures, trace } = read(file);
      expect(computed, 'UPDATE_GOLDEN=1 if this was meant').toEqual({ metrics: measures, trace });
    });
  }
});

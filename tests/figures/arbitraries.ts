import fc from 'fast-check';
import type { Setting, Settings } from '../../src/components/figures/shared/settings.ts';
import type { Value } from '../../src/sim/index.ts';

/** Any value that a setting allows, and nothing else. */
export function valueOf(setting: Setting): fc.Arbitrary<Value> {
  if (setting.kind === 'enum') return fc.constantFrom(...setting.values);
  const { min, max, integer, none } = setting;
  const number = integer
    ? fc.integer({ min, max })
    : fc.integer({ min: min * 100, max: max * 100 }).map((n) => n / 100);
  return none ? fc.option(number, { nil: null }) : number;
}

/** A value for each of a figure's settings. */
export const valuesOf = (settings: Settings): fc.Arbitrary<Record<string, Value>> =>
  fc.record(
    Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, valueOf(setting)])),
  );

import { allowed } from '../sim/index.ts';
import type { Setting } from '../components/figures/shared/settings.ts';

/** The TypeScript type of a setting's value: `number`, `number | null` or `'pass' | 'bucket' | 'hold'`. */
export function valueType(setting: Setting): string {
  if (setting.kind === 'enum') return setting.values.map((word) => `'${word}'`).join(' | ');
  return setting.none ? 'number | null' : 'number';
}

/** The type of what one may set it to: numbers also as text, as in an attribute; off and on also as a boolean. */
export function givenType(setting: Setting): string {
  if (setting.kind !== 'enum') return `${valueType(setting)} | string`;
  return setting.values.join() === 'off,on'
    ? `${valueType(setting)} | boolean`
    : valueType(setting);
}

/** What a setting is and what it takes: "Tokens decoded per second after the first. 1–2,000 tokens/s." */
export const explain = (setting: Setting): string =>
  `${setting.description} Allowed: ${allowed(setting)}.`;

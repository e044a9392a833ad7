import { allowed, toText, type Field, type Fields } from '../src/sim/index.ts';

/** Settings for a help text: a row each, of name, default, unit and what is allowed. */
export function settingRows(fields: Fields): string[][] {
  return Object.entries<Field>(fields).map(([name, field]) => {
    const unit = field.kind === 'number' ? field.unit : '';
    const range = allowed(field.kind === 'number' ? { ...field, unit: '' } : field);
    return [`  ${name}`, toText(field, field.default), unit, range];
  });
}

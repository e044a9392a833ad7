/*
 * A setting is declared once, as a field. Its check, its text form in URLs and attributes, and the message for a
 * bad value all come from that declaration. `scenario.ts` holds the simulator's fields; figures add their own.
 */
export interface NumberField {
  kind: 'number';
  default: number | null;
  min: number;
  max: number;
  unit: string;
  integer?: boolean;
  /** The word for `null` where a field may have no number ("all"). */
  none?: string;
}
export interface EnumField {
  kind: 'enum';
  default: string;
  values: readonly string[];
}
export type Field = NumberField | EnumField;
export type Fields = Readonly<Record<string, Field>>;
export type Value = number | string | null;

/** What was wrong with one setting, in parts (for a program) and as a sentence (for a person). */
export interface Problem {
  field: string;
  given: string;
  allowed: string;
  using: string;
  message: string;
}

/** What a field takes, in words: "1–2,000 tokens/s", "pass, bucket or hold". */
export function allowed(field: Field): string {
  if (field.kind === 'enum') return field.values.join(', ').replace(/, ([^,]*)$/, ' or $1');
  const range = `${field.min.toLocaleString('en')}–${field.max.toLocaleString('en')}${field.unit && ` ${field.unit}`}`;
  return (
    (field.integer ? 'a whole number, ' : '') + range + (field.none ? ` or “${field.none}”` : '')
  );
}

/** Why `value` cannot be used for `field`, or `null` when it can. */
export function fault(field: Field, value: unknown): string | null {
  if (field.kind === 'enum')
    return field.values.includes(value as string) ? null : 'is not one of its values';
  if (value === null && field.none) return null;
  if (typeof value !== 'number' || !Number.isFinite(value))
    return typeof value === 'string' && value && Number.isFinite(Number(value))
      ? 'is not a plain decimal number'
      : 'is not a number';
  if (value < field.min || value > field.max) return 'is out of range';
  return field.integer && !Number.isInteger(value) ? 'is not a whole number' : null;
}

/** What else says on and off. An attribute that is just there says on. */
const on: readonly unknown[] = ['', 'true', 'yes', '1', true, 1];
const off: readonly unknown[] = ['false', 'no', '0', false, 0];

/** Reads a word of a choice. A choice between off and on understands what says so elsewhere. */
function asWord({ values }: EnumField, word: unknown): unknown {
  if (values.join() !== 'off,on') return word;
  return on.includes(word) ? 'on' : off.includes(word) ? 'off' : word;
}

/** Reads the text form: plain decimals and lower-case words. Anything else comes back as the text it was. */
function fromText(field: NumberField, text: string): unknown {
  if (text === field.none) return null;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : text;
}

/** The text form of a value, as it stands in a URL or an attribute: no exponents, 1e-7 is 0.0000001. */
export function toText(field: Field, value: Value): string {
  if (value === null) return (field as NumberField).none ?? '';
  return String(value).replace(
    /^(-?)(\d)\.?(\d*)e-(\d+)$/,
    (_, sign: string, first: string, rest: string, zeros: string) =>
      `${sign}0.${'0'.repeat(Number(zeros) - 1)}${first}${rest}`,
  );
}

/** A given value for a message: short, and whatever it is (some objects throw when made a string). */
export function shownAs(raw: unknown): string {
  const text = typeof raw === 'object' && raw !== null ? 'an object' : String(raw);
  return text.length > 40 ? text.slice(0, 39) + '…' : text;
}

/**
 * The one way in for settings from outside: URL parameters, attributes, properties, command-line words.
 * Text and values are both taken. Never throws: a bad value is named in `problems` and replaced by the default
 * (or by `base`, where given). Names that `fields` does not know are ignored.
 */
export function parse<V>(
  fields: Fields,
  given: Readonly<Record<string, unknown>>,
  base: Readonly<Record<string, Value>> = {},
): { values: V; problems: Problem[] } {
  const values: Record<string, Value> = {};
  const problems: Problem[] = [];
  for (const name of Object.keys(fields)) {
    const field = fields[name]!;
    const fallback = (values[name] = name in base ? base[name]! : field.default);
    if (!Object.hasOwn(given, name) || given[name] === undefined) continue;
    const raw = given[name];
    const word = typeof raw === 'string' ? raw.trim() : raw;
    const value =
      field.kind === 'enum'
        ? asWord(field, word)
        : typeof word === 'string'
          ? fromText(field, word)
          : word;
    const why = fault(field, value);
    if (why === null) {
      values[name] = value === 0 ? 0 : (value as Value); // −0 would print as 0 and compare as something else
      continue;
    }
    const shown = shownAs(raw);
    const using = toText(field, fallback);
    const message = `${name}: “${shown}” ${why} (allowed: ${allowed(field)}); using ${using}`;
    problems.push({ field: name, given: shown, allowed: allowed(field), using, message });
  }
  return { values: values as V, problems };
}

/** What differs from the defaults, as text: the inverse of `parse`. */
export function format(
  fields: Fields,
  values: Readonly<Record<string, Value>>,
): Record<string, string> {
  const out: Record<string, string> = {};
  for (const name of Object.keys(fields)) {
    const field = fields[name]!;
    const value = values[name];
    if (value !== undefined && value !== field.default) out[name] = toText(field, value);
  }
  return out;
}

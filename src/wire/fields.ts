import { isObject, Refusal, type Json } from './http.ts';

/*
 * Reads a request's fields. Every fault is a `Refusal` 400 that names the field, as the APIs' own messages do.
 */

const shown = (value: unknown) => JSON.stringify(value).slice(0, 60);

function wrong(name: string, value: unknown, allowed: string): never {
  throw new Refusal(
    400,
    value === undefined
      ? `${name}: Field required (${allowed})`
      : `${name}: ${shown(value)} is not ${allowed}`,
  );
}

export function text(body: Json, name: string): string {
  const value = body[name];
  return typeof value === 'string' && value ? value : wrong(name, value, 'a string');
}

export function optionalText(body: Json, name: string): string | undefined {
  return body[name] === undefined || body[name] === null ? undefined : text(body, name);
}

export function flag(body: Json, name: string): boolean {
  const value = body[name] ?? false;
  return typeof value === 'boolean' ? value : wrong(name, value, 'true or false');
}

export function count(body: Json, name: string, least = 1): number {
  const value = body[name];
  return Number.isInteger(value) && (value as number) >= least
    ? (value as number)
    : wrong(name, value, `a whole number from ${String(least)}`);
}

export function optionalCount(body: Json, name: string, least = 1): number | undefined {
  return body[name] === undefined || body[name] === null ? undefined : count(body, name, least);
}

/** A list of objects. */
export function objects(body: Json, name: string, least = 0): Json[] {
  const value = body[name] ?? (least === 0 ? [] : undefined);
  if (!Array.isArray(value) || value.length < least)
    return wrong(name, value, least === 0 ? 'a list' : 'a list that has something in it');
  value.forEach((entry, i) => isObject(entry) || wrong(`${name}.${String(i)}`, entry, 'an object'));
  return value as Json[];
}

export function texts(body: Json, name: string): string[] {
  const value = body[name] ?? [];
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
    ? value
    : wrong(name, value, 'a list of strings');
}

export function oneOf<const Word extends string>(
  body: Json,
  name: string,
  words: readonly Word[],
): Word {
  const value = body[name];
  return words.includes(value as Word)
    ? (value as Word)
    : wrong(name, value, words.join(', ').replace(/, ([^,]*)$/, ' or $1'));
}

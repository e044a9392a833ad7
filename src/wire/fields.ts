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

/** What `read` makes of something that stands at `place`: what it refuses is named with that, `tools.0.name`. */
export function below<T>(place: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.status, `${place}.${error.message}`);
    throw error;
  }
}

export function text(body: Json, name: string): string {
  const value = body[name];
  return typeof value === 'string' && value ? value : wrong(name, value, 'a string');
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

/** What `read` makes of each object of a list. */
export const each = <T>(body: Json, name: string, read: (one: Json) => T, least = 0): T[] =>
  objects(body, name, least).map((one, i) => below(`${name}.${String(i)}`, () => read(one)));

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

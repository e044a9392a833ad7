import { parseArgs } from 'node:util';
import { cases, idOf, type Case } from './cases.ts';

export interface Arguments {
  /** What is to be measured. */
  cases: readonly Case[];
  repeats: number;
  /** Where the results go; absent where nobody says. */
  json?: string | undefined;
  help: boolean;
}

/** Reads the words of the command line. @throws Error that says what is wrong, and what would be right */
export function readArguments(words: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: 'string' },
      repeats: { type: 'string', default: '5' },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const repeats = Number(values.repeats);
  if (!(Number.isInteger(repeats) && repeats > 0))
    throw new Error(`--repeats ${values.repeats}: a whole number from 1`);
  const names = values.only?.split(',') ?? [''];
  const named = (name: string) => cases.filter((each) => idOf(each).startsWith(name));
  const unknown = names.find((name) => named(name).length === 0);
  if (unknown !== undefined) throw new Error(`--only ${unknown}: no such case`);
  return {
    cases: cases.filter((each) => names.some((name) => named(name).includes(each))),
    repeats,
    json: values.json,
    help: values.help,
  };
}

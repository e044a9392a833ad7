import { parseArgs } from 'node:util';

export interface Arguments {
  port: number;
  /** What `openStore` reads. */
  store: string;
  help: boolean;
}

/** Reads the words of the command line. @throws Error that says what is wrong, and what would be right */
export function readArguments(words: readonly string[]): Arguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      port: { type: 'string', default: '8787' },
      store: { type: 'string', default: 'memory' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
    throw new Error(`--port ${values.port}: a whole number from 0 to 65,535; 0 takes a free one`);
  return { port: Number(values.port), store: values.store, help: values.help };
}

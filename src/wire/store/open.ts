import { memoryStore } from './memory.ts';
import { sqliteStore } from './sqlite.ts';
import type { Store } from './store.ts';

/**
 * What `--store` names: `memory`, or `sqlite:` and a file, which is made if it is not there.
 * @throws Error that says what it takes, or what is wrong with the file
 */
export function openStore(text: string): Store {
  if (text === 'memory') return memoryStore();
  const file = /^sqlite:(.+)$/.exec(text)?.[1];
  if (!file)
    throw new Error(
      `--store takes memory (the default: all is forgotten when the server ends) or sqlite:FILE, as in sqlite:wire.db. ` +
        `It was given ${JSON.stringify(text)}.`,
    );
  try {
    return sqliteStore(file);
  } catch (error) {
    throw new Error(
      `--store ${text}: ${(error as Error).message}. FILE is a SQLite file, or a new one in a folder that is there.`,
      { cause: error },
    );
  }
}

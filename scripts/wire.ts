// Serves the mock LLM server: `npm run wire`. --help says the rest.

import { openStore } from '../src/wire/store/open.ts';
import { Wire } from '../src/wire/wire.ts';
import { readArguments } from './wire/arguments.ts';
import { help } from './wire/help.ts';

try {
  const { port, store, help: asked } = readArguments(process.argv.slice(2));
  if (asked) console.log(help());
  else {
    const taken = await new Wire({ store: openStore(store) }).listen(port);
    console.log(`http://127.0.0.1:${String(taken)}  (npm run wire -- --help: paths and settings)`);
  }
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  const why = code === 'EADDRINUSE' ? `${message}. --port 0 takes a free one.` : message;
  console.error(`${why}\nnpm run wire -- --help shows how it is used.`);
  process.exitCode = 2;
}

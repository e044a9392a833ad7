// Serves the mock LLM server: `npm run wire`, `npm run wire -- --port 9000`. --help says the rest.

import { parseArgs } from 'node:util';
import { Wire } from '../src/wire/wire.ts';

const { values } = parseArgs({
  options: { port: { type: 'string', default: '8787' }, help: { type: 'boolean' } },
});
const wire = new Wire();
const port = await wire.listen(Number(values.port));
console.log(`http://127.0.0.1:${String(port)}`);

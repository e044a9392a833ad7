import { scenarioFields, type Fields } from '../../src/sim/index.ts';
import { routes } from '../../src/wire/routes.ts';
import { faultFields, workFields } from '../../src/wire/settings.ts';
import { columns } from '../simulate/columns.ts';
import { settingRows } from '../settingRows.ts';

const head = ['  KEY', 'DEFAULT', 'UNIT', 'ALLOWED'];

/** A table of settings, with what each of them does below it. */
function described(fields: Fields & Record<string, { does: string }>): string {
  const [first, ...rows] = columns([head, ...settingRows(fields)]).split('\n');
  const words = Object.values(fields).map(({ does }) => `    ${does}`);
  return [first, ...rows.flatMap((row, i) => [row, words[i]])].join('\n');
}

/** How the mock server is started and asked. */
export function help(): string {
  return `A mock LLM server on 127.0.0.1: it plays scenarios of the simulator in real time.

Usage
  npm run wire -- [--port 8787] [--store sqlite:wire.db]

Options
  --port PORT    where it listens; 0 takes a free one
  --store WHERE  what jobs and batches are kept in: memory (the default), or sqlite:FILE, which
                 a restart finds as it was left
  --help, -h     this

Paths
${routes.map(({ method, path }) => `  ${method.padEnd(6)} ${path}`).join('\n')}

Settings go into the query string, or as one into the header x-feels-fast: rate=120&cut=20.
One that is not allowed, or that there is not, gets status 400 and is named.

The scenario
${columns([head, ...settingRows(scenarioFields)])}

  The server plays the model, the server and the proxy. The network and the page are yours:
  latency, parse, render, every, cost, charcost, hz and weight are read and left to them. The page /method/
  says what each of these does.

What else a server does
${described(faultFields)}

Jobs and batches
${described(workFields)}

Examples
  curl -N 'http://127.0.0.1:8787/v1/messages?ttft=800&rate=30' \\
    --json '{"model": "mock", "max_tokens": 500, "stream": true, "messages": [{"role": "user", "content": "Hi"}]}'
  new Anthropic({ baseURL: 'http://127.0.0.1:8787', apiKey: 'none', defaultHeaders: { 'x-feels-fast': 'cut=20' } })
  new OpenAI({ baseURL: 'http://127.0.0.1:8787/v1', apiKey: 'none' })
`;
}

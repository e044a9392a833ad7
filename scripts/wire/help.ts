import { scenarioFields } from '../../src/sim/index.ts';
import { routes } from '../../src/wire/routes.ts';
import { faultFields, workFields } from '../../src/wire/settings.ts';
import { columns } from '../simulate/columns.ts';
import { settingRows } from '../settingRows.ts';

/** How the mock server is started and asked. */
export function help(): string {
  const head = ['  KEY', 'DEFAULT', 'UNIT', 'ALLOWED'];
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
  latency, parse, render, every, cost, charcost, hz and weight are read and left to them.

What else a server does
${columns([head, ...settingRows(faultFields)])}

Jobs and batches
${columns([head, ...settingRows(workFields)])}

Examples
  curl -N 'http://127.0.0.1:8787/v1/messages?ttft=800&rate=30' \\
    --json '{"model": "mock", "max_tokens": 500, "stream": true, "messages": [{"role": "user", "content": "Hi"}]}'
  new Anthropic({ baseURL: 'http://127.0.0.1:8787', apiKey: 'none', defaultHeaders: { 'x-feels-fast': 'cut=20' } })
  new OpenAI({ baseURL: 'http://127.0.0.1:8787/v1', apiKey: 'none' })
`;
}

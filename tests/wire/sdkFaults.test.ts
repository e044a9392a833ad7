// What a caller sees when something goes wrong: every fault, and every client as it is installed. The table is
// sdkFaults.md; when a client behaves differently, look at the difference, then write it anew:
// npx vitest run tests/wire/sdkFaults.test.ts -u
import { format } from 'prettier';
import { expect, it, vi } from 'vitest';
import packages from '../../package.json' with { type: 'json' };
import { responseTokens } from '../../src/sim/tokens.ts';
import { faultFields } from '../../src/wire/settings.ts';
import { callers } from './callers.ts';
import { headersOf, served } from './serve.ts';

const server = served();
let requests = 0;
server.wire.server.on('request', () => requests++);

const faults = [
  'error=429&errors=1',
  'error=529&errors=1',
  'error=429',
  'error=503',
  'error=400',
  'error=401',
  'error=404',
  'errorat=0',
  'errorat=5',
  'cut=0',
  // Cut in a silence: what a client has received and not yet read is lost with the connection.
  'pause=5&cutms=60',
  'terminator=off',
  'pause=5&pausems=5',
  'headersms=5',
  'split=5',
  'lines=crlf',
  'lines=cr',
  'lines=crlf&split=5',
  'comments=on',
  'ttft=60&heartbeat=10',
  'padding=5000',
  'compress=flushed',
  'compress=held',
  'proxy=hold',
];
const whole = responseTokens('chat', 'messages').text.slice(0, 10).join('');

const clients = [
  '@anthropic-ai/sdk',
  'openai',
  'ai',
  '@ai-sdk/anthropic',
  '@ai-sdk/openai',
] as const;
const installed = clients.map((name) => `\`${name}\` ${packages.devDependencies[name]}`);
const preface = `# What a caller sees when something goes wrong

Ten tokens, streamed by the mock server with a fault as its setting says, and read by ${installed.join(', ')}.
“Whole”: all the text came, the client threw nothing, and it called the end what it always calls it. How many requests
that took is said when it was more than one. Where lines end in CR, the AI SDK reads with eventsource-parser 3.1.1, which
keeps the last event to itself: it waits for an LF. 4.1.3 does not. Written by sdkFaults.test.ts.`;

type Name = keyof typeof callers;

/** One cell: what was read, what was thrown, and how many requests that took. */
async function outcome(name: Name, fault: string, usualEnd: string | null): Promise<string> {
  let text = '';
  let tokens = 0;
  const before = requests;
  const tries = () => (requests - before > 1 ? `, ${String(requests - before)} requests` : '');
  try {
    const end = await callers[name](server.url, headersOf(`tokens=10&${fault}`), (piece) => {
      text += piece;
      if (piece) tokens++;
    });
    if (text !== whole) return `${String(tokens)} of 10 tokens, and no error`;
    return `whole${tries()}${end === usualEnd ? '' : `; no error, ends with \`${String(end)}\``}`;
  } catch (thrown) {
    const last = ((thrown as { lastError?: Error }).lastError ?? thrown) as Error;
    const { status, statusCode } = last as { status?: number; statusCode?: number };
    const code = status ?? statusCode;
    const after = tokens > 0 ? ` after ${String(tokens)} tokens` : '';
    const own = last.message.includes('asked for this') ? '' : `: ${last.message}`;
    const kind = (thrown as Error).constructor.name;
    return `**${kind}**${code ? ` ${String(code)}` : ''}${after}${own}${tries()}`;
  }
}

it('every client: what its caller sees', async () => {
  // The AI SDK waits for 2 s, then 4 s, before it tries a stream again that broke at its beginning: not here.
  const wait = setTimeout;
  vi.stubGlobal('setTimeout', (go: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) =>
    wait(go, ms === 2_000 || ms === 4_000 ? 0 : ms, ...given),
  );
  const rows: string[][] = [];
  for (const name of Object.keys(callers) as Name[]) {
    const usualEnd = await callers[name](server.url, headersOf('tokens=10'), () => undefined);
    const cells: string[] = [];
    for (const fault of faults)
      cells.push(await outcome(name, `seed=${String(rows.length)}&${fault}`, usualEnd));
    rows.push(cells);
  }
  vi.unstubAllGlobals();
  const lines = [
    ['setting', ...Object.keys(callers)],
    ['---', ...rows.map(() => '---')],
    ...faults.map((fault, i) => [`\`${fault}\``, ...rows.map((cells) => cells[i]!)]),
  ];
  const table = lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
  const page = `${preface}\n\n${table}`;
  await expect(await format(page, { parser: 'markdown' })).toMatchFileSnapshot('sdkFaults.md');
});

it('every fault is in the table', () => {
  const tried = new Set(faults.flatMap((fault) => [...new URLSearchParams(fault).keys()]));
  // How many tool calls is no fault, and `retryafter` is in all of them.
  const missing = Object.keys(faultFields).filter((name) => !tried.has(name));
  expect(missing).toEqual(['toolcalls', 'retryafter']);
});

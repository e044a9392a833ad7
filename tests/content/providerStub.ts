import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snippet } from './snippets.ts';

/*
 * Runs a shell script as it stands, in a folder of its own, with a `curl` that answers from a table instead of the
 * network, a `sleep` that does not, and as much of `jq` as the scripts use. All three write down what they were asked.
 */

/** One request that the script made, or one pause. */
export interface Call {
  sleep?: string;
  method?: string;
  url?: string;
  /** Header lines, as given with -H. */
  headers?: string[];
  /** What was sent with --json. */
  json?: string;
  /** Parts sent with -F. */
  form?: string[];
}

export interface Run {
  /** Exit status. */
  status: number;
  calls: Call[];
  /** What the script left in this file. */
  file: (name: string) => string;
}

const curl = `
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
const args = process.argv.slice(2);
const call = { method: 'GET', headers: [], form: [] };
let into;
while (args.length > 0) {
  const arg = args.shift();
  if (arg === '-fsS') continue;
  else if (arg === '-H') call.headers.push(args.shift());
  else if (arg === '-o') into = args.shift();
  else if (arg === '-F') (call.method = 'POST'), call.form.push(args.shift());
  else if (arg === '--json' && args.shift() === '@-')
    (call.method = 'POST'), (call.json = readFileSync(0, 'utf8'));
  else if (/^https:/.test(arg)) call.url = arg;
  else process.exit(2);
}
appendFileSync('calls', JSON.stringify(call) + '\\n');
const replies = JSON.parse(readFileSync('replies', 'utf8'));
const reply = replies[call.method + ' ' + call.url]?.shift();
if (reply === undefined) process.exit(22); // as curl -f does on an HTTP error
writeFileSync('replies', JSON.stringify(replies));
const text = typeof reply === 'string' ? reply : JSON.stringify(reply);
if (into) writeFileSync(into, text);
else process.stdout.write(text);
`;

const jq = `
import { readFileSync } from 'node:fs';
const [flag, filter, file] = process.argv.slice(2);
if (flag !== '-r' || !/^\\.\\w+(, \\.\\w+)*( \\| values)?$/.test(filter)) process.exit(3);
const value = JSON.parse(readFileSync(file, 'utf8'));
const all = filter.match(/\\.\\w+/g).map((path) => value[path.slice(1)] ?? null);
for (const one of filter.endsWith('| values') ? all.filter((v) => v !== null) : all)
  console.log(typeof one === 'string' ? one : JSON.stringify(one));
`;

const sleep = `
import { appendFileSync } from 'node:fs';
appendFileSync('calls', JSON.stringify({ sleep: process.argv[2] }) + '\\n');
`;

/** Runs the snippet. `replies` are given in turn, per "METHOD URL"; a request without one fails as HTTP 4xx does. */
export async function run(
  name: string,
  env: Record<string, string>,
  replies: Record<string, unknown[]>,
): Promise<Run> {
  const cwd = mkdtempSync(join(tmpdir(), 'snippet-'));
  try {
    for (const [command, code] of Object.entries({ curl, jq, sleep })) {
      const file = join(cwd, command);
      writeFileSync(`${file}.mjs`, code);
      writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${file}.mjs" "$@"\n`);
      chmodSync(file, 0o755);
    }
    writeFileSync(join(cwd, 'replies'), JSON.stringify(replies));
    writeFileSync(join(cwd, 'script'), snippet(name));
    const status = await new Promise<number>((resolve) => {
      const PATH = `${cwd}:${process.env['PATH'] ?? ''}`;
      // A script that asks for ever is ended: its status is then NaN.
      const options = { cwd, env: { ...env, PATH }, timeout: 60_000 };
      execFile('sh', ['script'], options, (error) => resolve(error ? Number(error.code) : 0));
    });
    const left = (file: string) =>
      existsSync(join(cwd, file)) ? readFileSync(join(cwd, file), 'utf8') : '';
    const files = new Map(['calls', 'results.jsonl'].map((file) => [file, left(file)]));
    return {
      status,
      calls: files
        .get('calls')!
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Call),
      file: (file) => files.get(file) ?? '',
    };
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

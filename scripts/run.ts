// Starts other programs, for the scripts beside this file.

import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Result {
  ok: boolean;
  /** What it wrote on stdout and stderr, in the order of arrival. */
  output: string;
}

const root = new URL('../', import.meta.url);
const running = new Set<ChildProcess>();

/**
 * The command line of the program that a package is named after, for this Node to run: no npx and no shell, so it is
 * the same on every platform.
 *
 * @example bin('eslint', '.') // ['/usr/bin/node', '…/node_modules/eslint/bin/eslint.js', '.']
 * @throws Error if the package is not installed or has no such program
 */
export function bin(program: string, ...args: string[]): string[] {
  const home = new URL(`node_modules/${program}/`, root);
  const { bin: scripts } = JSON.parse(readFileSync(new URL('package.json', home), 'utf8')) as {
    bin?: string | Record<string, string>;
  };
  const script = typeof scripts === 'string' ? scripts : scripts?.[program];
  if (!script) throw new Error(`${fileURLToPath(home)} has no program called ${program}`);
  return [process.execPath, fileURLToPath(new URL(script, home)), ...args];
}

/** A command line of npm: its own program where npm runs us, as in scripts/setup.mjs; else npm by name. */
export function npm(...args: string[]): string[] {
  const { npm_execpath: cli = '' } = process.env;
  return /npm-cli\.js$/.test(cli) ? [process.execPath, cli, ...args] : ['npm', ...args];
}

/** Runs a command to its end, or until `limitMs` have passed. Resolves in either case, also if it does not start. */
export function run(
  [program = '', ...args]: readonly string[],
  {
    env = {},
    cwd = root,
    limitMs,
  }: { env?: Record<string, string>; cwd?: string | URL; limitMs?: number } = {},
): Promise<Result> {
  const { promise, resolve } = Promise.withResolvers<Result>();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(limitMs !== undefined && { timeout: limitMs }),
  });
  if (running.size === 0) process.on('SIGTERM', passOn);
  running.add(child);
  let output = '';
  const listen = (text: string) => (output += text);
  child.stdout.setEncoding('utf8').on('data', listen);
  child.stderr.setEncoding('utf8').on('data', listen);
  child.on('error', (error) => resolve({ ok: false, output: `${program}: ${error.message}\n` }));
  child.on('close', (code, signal) => {
    running.delete(child);
    if (running.size === 0) process.off('SIGTERM', passOn);
    if (signal) output += `${program}: ended by ${signal}\n`;
    resolve({ ok: code === 0, output });
  });
  return promise;
}

// Ctrl-C reaches the children by itself, being sent to the whole group; SIGTERM goes to one process only. Listened for
// only while there are children: a listener takes away the default, which is to end.
function passOn(): void {
  for (const child of running) child.kill();
  process.exit(143);
}

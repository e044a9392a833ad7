import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface ServerProgram {
  program: string;
  /** Its arguments, given the folder that it has for its own. */
  args: (folder: string) => string[];
  /** The files in that folder, by name. */
  files?: Readonly<Record<string, string>>;
  /** An address at which it answers once it is up. */
  answersAt: string;
}

/**
 * Starts a program that serves, and resolves when it answers.
 * @throws Error with what it said, if it ends instead
 */
export async function startServer({ program, args, files = {}, answersAt }: ServerProgram) {
  const folder = mkdtempSync(join(tmpdir(), 'feels-fast-'));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);

  const child = spawn(program, args(folder), { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
  while (!(await fetch(answersAt).catch(() => null))) {
    if (child.exitCode !== null) {
      await stop();
      throw new Error(`${program} has ended: ${said}`);
    }
    await pause(20);
  }
  return { stop };
}

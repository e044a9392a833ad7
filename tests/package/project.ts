// The package as somebody else gets it: packed by npm, and installed into a project of its own.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm, run } from '../../scripts/run.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));

export interface Tarball {
  filename: string;
  /** Bytes, packed and unpacked. */
  size: number;
  unpackedSize: number;
  files: { path: string; size: number }[];
}

async function succeed(command: string[], cwd: string): Promise<string> {
  const { ok, output } = await run(command, { cwd });
  if (!ok) throw new Error(`${command.join(' ')}\n${output}`);
  return output;
}

export interface Project {
  folder: string;
  tarball: Tarball;
  write(path: string, text: string): void;
  /** Runs a Node program to its end, and returns what it prints. */
  node(...args: string[]): Promise<string>;
  /** Links packages of ours into its node_modules. npm must not run there afterwards: it would tidy ours away. */
  borrow(...packages: string[]): void;
  remove(): void;
}

/** Packs the repository and installs the tarball into an empty project. */
export async function install(): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), 'feels-fast-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', JSON.stringify({ name: 'somebody', private: true, type: 'module' }));

  const packed = await succeed(npm('pack', '--json', '--pack-destination', folder), root);
  const [tarball] = JSON.parse(packed.slice(packed.lastIndexOf('\n[\n') + 1)) as [Tarball];
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline'];
  await succeed(npm('install', ...quiet, join(folder, tarball.filename)), folder);
  return {
    folder,
    tarball,
    write,
    node: (...args) => succeed([process.execPath, ...args], folder),
    borrow(...packages) {
      for (const name of packages) {
        const place = join(folder, 'node_modules', name);
        mkdirSync(dirname(place), { recursive: true });
        symlinkSync(join(root, 'node_modules', name), place, 'junction');
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

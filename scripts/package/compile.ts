import { fileURLToPath } from 'node:url';
import { write } from './stage.ts';
import { run } from '../run.ts';

const compilerOptions = {
  target: 'es2022',
  module: 'nodenext',
  lib: ['es2024', 'dom', 'dom.iterable'],
  strict: true,
  verbatimModuleSyntax: true,
  allowJs: true,
  skipLibCheck: true,
  types: [],
};

/**
 * Compiles `src/` in a folder to `out/` in it: TypeScript to JavaScript, Svelte components as they are, and a
 * declaration beside each file.
 * @throws Error with what svelte-package says when it fails
 */
export async function compile(folder: string): Promise<void> {
  write(folder, 'tsconfig.json', JSON.stringify({ compilerOptions, include: ['src'] }));
  write(
    folder,
    'package.json',
    JSON.stringify({ type: 'module', peerDependencies: { svelte: '^5' } }),
  );
  const program = fileURLToPath(import.meta.resolve('@sveltejs/package/package.json'));
  const { ok, output } = await run(
    [
      process.execPath,
      program.replace(/package\.json$/, 'svelte-package.js'),
      '-i',
      'src',
      '-o',
      'out',
    ],
    { cwd: folder },
  );
  if (!ok) throw new Error(output);
}

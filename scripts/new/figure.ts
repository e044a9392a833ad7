import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { componentName, declarationName } from '../../src/components/figures/registry.ts';
import { create, insert } from './files.ts';
import { checkName, titleOf } from './names.ts';

const template = 'scripts/templates/example-figure';
const model = 'example-figure';

/**
 * Writes a figure's folder, and its lines in the registry and in the table of frames' heights.
 * @param root the repository
 * @returns the files, as paths in it
 * @throws Error that says why the name cannot be taken
 */
export async function newFigure(root: string, name: string): Promise<string[]> {
  checkName('figure', name);
  const folder = join(root, 'src/components/figures', name);
  if (existsSync(folder))
    throw new Error(`There is a figure “${name}” already, in ${relative(root, folder)}/.`);
  const files = globSync('*', { cwd: join(root, template) });
  const texts = files.map((file) => readFileSync(join(root, template, file), 'utf8'));
  if (texts.some((text) => new RegExp(`\\b${declarationName(name)}\\b`).test(text)))
    throw new Error(
      `“${declarationName(name)}” means something else in a figure's code: take another name.`,
    );

  for (const [i, file] of files.entries())
    await create(
      join(folder, renamed(file, name)),
      renamed(moved(texts[i]!, join(root, template), folder), name),
    );
  const registry = join(root, 'src/components/figures/registry.ts');
  await insert(
    registry,
    /import type \{ FigureDefinition \}[^\n]*\n/,
    `import { ${declarationName(name)} } from './${name}/settings.ts';\n`,
  );
  await insert(
    registry,
    /const figures: [^=]*= \[[^\]]*[^\],\s](?=,?\s*\])/,
    `, ${declarationName(name)}`,
  );
  await insert(
    join(root, 'src/embed/heights.ts'),
    /const heights: [^=]*= \{[^}]*?(?=\})/,
    `'${name}': ${height},\n`,
  );
  return files.map((file) => relative(root, join(folder, renamed(file, name))));
}

/** Of the model's frame, in px: tests/e2e/oembed.spec.ts measures. */
const height = 570;

/** Adds the element's line to the table of sizes, which has it to half a kilobyte: it may grow when that is worth it. */
export async function noteSize(root: string, name: string, bytes: number): Promise<void> {
  await insert(
    join(root, 'tests/embed/sizes.test.ts'),
    /const elements: [^=]*= \{[^}]*?(?=\})/,
    `'${name}': ${Math.ceil(bytes / 500) / 2},\n`,
  );
}

/** The model's name in all its forms, as the new one. */
const renamed = (text: string, name: string) =>
  text
    .replaceAll(model, name)
    .replaceAll(componentName(model), componentName(name))
    .replaceAll(declarationName(model), declarationName(name))
    .replaceAll(titleOf(model), titleOf(name));

/** Imports of files outside the folder, as they read from another one. */
const moved = (text: string, from: string, to: string) =>
  text.replace(/'(\.\.\/[^']+)'/g, (_, path: string) => {
    const target = relative(to, join(from, path)).replaceAll('\\', '/');
    return `'${target}'`;
  });

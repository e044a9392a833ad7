import {
  componentName,
  declarationName,
  figureNamed,
} from '../../src/components/figures/registry.ts';

/** The module that imports a figure's component, declaration and output as `view`, `definition` and `output`. */
export function importsOf(id: string): string {
  figureNamed(id);
  const folder = `/src/components/figures/${id}`;
  return (
    `import view from '${folder}/${componentName(id)}.svelte';\n` +
    `import { ${declarationName(id)} as definition } from '${folder}/settings.ts';\n` +
    `import { output } from '${folder}/output.ts';\n`
  );
}

import { componentName, figureNamed } from '../../src/components/figures/registry.ts';

/** The module that imports a figure's component, declaration and output as `view`, `definition` and `output`. */
export function importsOf(id: string): string {
  figureNamed(id);
  const name = componentName(id);
  const declaration = name[0]!.toLowerCase() + name.slice(1);
  const folder = `/src/components/figures/${id}`;
  return (
    `import view from '${folder}/${name}.svelte';\n` +
    `import { ${declaration} as definition } from '${folder}/settings.ts';\n` +
    `import { output } from '${folder}/output.ts';\n`
  );
}

// The modules of the npm package that are nowhere in src/: a few lines for each figure.

import { componentName, figures } from '../../src/components/figures/registry.ts';
import { tagOf } from '../../src/embed/addresses.ts';
import { elementTypes } from '../../src/embed/types/elements.ts';
import { reactTypes, svelteTypes, vueTypes } from '../../src/embed/types/frameworks.ts';

const folderOf = (id: string) => `components/figures/${id}`;

/** Where a figure's component is, in src/ and in the package. */
export const viewOf = (id: string): string => `${folderOf(id)}/${componentName(id)}.svelte`;

/** A Svelte component with the figure's settings as props. `home` is the origin its links lead to. */
const svelteComponent = (id: string, home: string) => `<script lang="ts">
  import { output } from '../${folderOf(id)}/output.js';
  import View from '../${viewOf(id)}';
  import Settable from '../embed/svelte/Settable.svelte';
  import type { Callbacks, FigureOptions } from '../embed/svelte/options.js';
  import type { ${componentName(id)}Events, ${componentName(id)}Settings } from '../types/elements.js';

  type Props = Omit<${componentName(id)}Settings, 'theme'> & FigureOptions & Callbacks<${componentName(id)}Events>;
  let props: Props = $props();
</script>

<Settable view={View} {output} home="${home}" {...props} />
`;

const svelteIndex = () =>
  figures
    .map(
      ({ id }) =>
        `export { default as ${componentName(id)} } from './${componentName(id)}.svelte';\n`,
    )
    .join('') +
  `export type { Callbacks, FigureOptions } from '../embed/svelte/options.js';\n` +
  `export type * from '../types/elements.js';\n`;

/** Defines an element in a browser. On a server there is nothing to define it in, and nothing happens. */
const defineOne = (id: string) =>
  `if (typeof customElements !== 'undefined') void import('../elements/${tagOf(id)}.js');\n`;

const defineAll = () => figures.map(({ id }) => `import './define/${id}.js';\n`).join('');

/** What there is to know of a module that exports nothing: the page has our elements from here on. */
const declaring = (elements: string) => `import '${elements}';\nexport {};\n`;

/** Each module's path and text. */
export function modules(home: string): Record<string, string> {
  const each = (write: (id: string) => [path: string, text: string]) =>
    Object.fromEntries(figures.map(({ id }) => write(id)));
  return {
    ...each((id) => [`svelte/${componentName(id)}.svelte`, svelteComponent(id, home)]),
    'svelte/index.ts': svelteIndex(),
    ...each((id) => [`define/${id}.js`, defineOne(id)]),
    ...each((id) => [`define/${id}.d.ts`, declaring('../types/elements.js')]),
    'define.js': defineAll(),
    'define.d.ts': declaring('./types/elements.js'),
    ...each((id) => [`elements/${tagOf(id)}.d.ts`, declaring('../types/elements.js')]),
    'types/elements.d.ts': elementTypes(),
    'types/react.d.ts': reactTypes,
    'types/svelte.d.ts': svelteTypes,
    'types/vue.d.ts': vueTypes,
    'types/nothing.js': 'export {};\n',
  };
}

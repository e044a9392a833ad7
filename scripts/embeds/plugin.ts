import type { Plugin } from 'vite';
import { figures } from '../../src/components/figures/registry.ts';
import { bundleElement, bundleFrame, bundleLoader } from '../embeds.ts';

const NAME = 'virtual:embeds';

/** Makes what leaves the site a module of the site, so that its pages can carry it and serve it. */
export function embeds(): Plugin {
  let code: Promise<string> | undefined;
  return {
    name: 'embeds',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? (code ??= moduleCode()) : null),
  };
}

async function moduleCode(): Promise<string> {
  const [frames, elements]: [Record<string, unknown>, Record<string, string>] = [{}, {}];
  for (const { id } of figures) {
    frames[id] = await bundleFrame(id);
    elements[id] = await bundleElement(id);
  }
  const values = { frames, elements, loader: await bundleLoader() };
  return Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join('');
}

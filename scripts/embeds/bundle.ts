// Bundles what leaves the site: one self-contained script per figure and purpose.

import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type InlineConfig, type Rolldown } from 'vite';
import { bundled, notePackages } from '../licences.ts';
import { whole } from './whole.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ENTRY = '/@embed-entry.ts';

export interface Bundle {
  code: string;
  css: string;
}

/** Does something as if for the public, whoever asks: under a test runner Svelte and Vite build for developers. */
async function inProduction<T>(act: () => Promise<T>): Promise<T> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    return await act();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/** One minified script without imports, and one style sheet, from the code of an entry module. */
export async function bundle(entry: string, format: 'es' | 'iife'): Promise<Bundle> {
  const options: InlineConfig = {
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [
      svelte(),
      notePackages(bundled),
      whole(),
      {
        name: 'embed-entry',
        enforce: 'pre',
        resolveId: (id) => (id === ENTRY ? ENTRY : null),
        load: (id) => (id === ENTRY ? entry : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      cssTarget: 'esnext', // light-dark() as it is
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: ENTRY,
        output: { format, codeSplitting: false, minify: true },
      },
    },
  };
  const { output } = (await inProduction(() => build(options))) as Rolldown.RolldownOutput;
  let [code, css] = ['', ''];
  for (const file of output)
    if (file.type === 'chunk') code += file.code;
    else if (file.fileName.endsWith('.css')) css += String(file.source);
  return { code: code.trim(), css: css.trim() };
}

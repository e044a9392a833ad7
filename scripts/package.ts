// Writes package/, the npm package: the simulator, the custom elements, the figures as Svelte components, and types.
//
//   npm run package     by itself; `npm pack` and `npm publish` do it too
//
// SITE=https://example.org sets where the figures' links lead. It speaks on stderr, so that `npm pack --json` stays JSON.

import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { figures } from '../src/components/figures/registry.ts';
import { tagOf } from '../src/embed/addresses.ts';
import { customElementsManifest } from '../src/embed/manifest.ts';
import { bundleElement } from './embeds.ts';
import { bundled, licencesOf } from './licences.ts';
import { siteOrigin } from './origin.ts';
import { modules, viewOf } from './package/entries.ts';
import { stage, write } from './package/stage.ts';
import { compile } from './package/compile.ts';

// Whoever packs: Svelte and Vite build for developers where it says anything else, a test runner's `test` for one.
process.env['NODE_ENV'] = 'production';

const root = fileURLToPath(new URL('../', import.meta.url));
const home = siteOrigin();
const out = join(root, 'package');

const source = mkdtempSync(join(tmpdir(), 'feels-fast-'));
try {
  symlinkSync(join(root, 'node_modules'), join(source, 'node_modules'), 'junction');
  const entries = figures.map(({ id }) => viewOf(id));
  stage(
    ['sim/index.ts', 'embed/svelte/Settable.svelte', ...entries],
    join(root, 'src'),
    join(source, 'src'),
  );
  for (const [path, text] of Object.entries(modules(home))) write(join(source, 'src'), path, text);
  await compile(source);

  rmSync(out, { recursive: true, force: true });
  cpSync(join(source, 'out'), out, { recursive: true });
  for (const { id } of figures)
    write(out, `elements/${tagOf(id)}.js`, await bundleElement(id, JSON.stringify(home)));
  const manifest = customElementsManifest((id) => `package/elements/${tagOf(id)}.js`);
  write(out, 'licences.txt', licencesOf(bundled));
  write(out, 'custom-elements.json', JSON.stringify(manifest, null, 2) + '\n');
} finally {
  rmSync(source, { recursive: true, force: true });
}
console.error('package/ is written.');

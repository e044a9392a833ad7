import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { svelte as sveltePlugin } from '@sveltejs/vite-plugin-svelte';
import Ajv from 'ajv';
import schema from 'custom-elements-manifest/schema.json' with { type: 'json' };
import { publint } from 'publint';
import { build, parseSync } from 'vite';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { licensed } from '../../scripts/licences.ts';
import { finding } from '../../src/components/figures/latency-simulator/describe.ts';
import { sceneOf } from '../../src/components/figures/latency-simulator/layout.ts';
import {
  latencySimulator,
  type SimulatorValues,
} from '../../src/components/figures/latency-simulator/settings.ts';
import { figures } from '../../src/components/figures/registry.ts';
import { fromQuery } from '../../src/components/figures/shared/settings.ts';
import { bound } from '../../src/components/figures/shared/words.ts';
import { tagOf } from '../../src/embed/addresses.ts';
import { install, root, type Project } from './project.ts';
import * as sources from './sources.ts';

/*
 * The package as somebody else gets it: packed, and installed from the tarball into an empty project.
 */

vi.setConfig({ testTimeout: 120_000, hookTimeout: 240_000 });

let project: Project;
beforeAll(async () => {
  project = await install();
  const { size, unpackedSize, files } = project.tarball;
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
  console.log(`packed ${kB(size)}, unpacked ${kB(unpackedSize)}, ${files.length} files`);
});
afterAll(() => project.remove());

const installed = (path: string) =>
  readFileSync(join(project.folder, 'node_modules/feels-fast', path), 'utf8');

describe('what is in it', () => {
  const paths = () => project.tarball.files.map(({ path }) => path);

  test('the built package, the licences, the readme, and nothing else', () =>
    expect(
      paths()
        .filter((path) => !path.startsWith('package/'))
        .sort(),
    ).toEqual(['LICENSE', 'LICENSE-CONTENT', 'README.md', 'package.json']));

  test('the licences of what the elements have in them', () =>
    expect(licensed(installed('package/licences.txt'))).toEqual(
      expect.arrayContaining(['d3-array', 'svelte']),
    ));

  test('weighs less than 400 kB packed', () => expect(project.tarball.size).toBeLessThan(400_000));

  test('nothing of the site', () => {
    expect(paths().filter((path) => /\.(astro|mdx|yaml)$/.test(path))).toEqual([]);
    expect(paths().filter((path) => /(?<!\.d)\.ts$/.test(path))).toEqual([]);
    expect(new Set(paths().map((path) => /^package\/([\w-]+)/.exec(path)?.[1]))).toEqual(
      new Set([
        ...[
          undefined,
          'sim',
          'define',
          'elements',
          'svelte',
          'types',
          'custom-elements',
          'licences',
        ],
        ...['components', 'content', 'embed', 'playback', 'styles'],
      ]),
    );
  });

  test('no GSAP, and no word of where it was made', () => {
    for (const path of paths().filter((path) => path.startsWith('package/'))) {
      const text = installed(path);
      expect(text.includes(root) || text.includes(`${homedir()}/`), path).toBe(false);
      expect(/['"/]gsap|greensock/i.test(text), path).toBe(false);
    }
  });

  test('no script that runs when somebody installs it', () => {
    const { scripts } = JSON.parse(installed('package.json')) as { scripts: object };
    for (const hook of ['preinstall', 'install', 'postinstall', 'prepare'])
      expect(scripts).not.toHaveProperty(hook);
  });

  test('with it come only the packages that it runs on', () =>
    expect(
      readdirSync(join(project.folder, 'node_modules')).filter((name) => !name.startsWith('.')),
    ).toEqual(['d3-array', 'feels-fast', 'internmap']));

  test('publint has nothing to say', async () => {
    const { messages } = await publint({
      pkgDir: join(project.folder, 'node_modules/feels-fast'),
      pack: false,
      strict: true,
    });
    expect(messages).toEqual([]);
  });

  test('custom-elements.json fits its schema, and its modules are there', () => {
    const manifest = JSON.parse(installed('package/custom-elements.json')) as {
      modules: { path: string }[];
    };
    const validator = new Ajv();
    void validator.validate(schema, manifest);
    expect(validator.errorsText()).toBe('No errors');
    for (const { path } of manifest.modules) expect(paths()).toContain(path);
  });

  test('each element is one module without imports', () => {
    for (const { id } of figures) {
      const path = `package/elements/${tagOf(id)}.js`;
      const { body } = parseSync(path, installed(path)).program;
      expect(body.length).toBeGreaterThan(10);
      expect(body.map(({ type }) => type)).not.toContain('ImportDeclaration');
      expect(JSON.stringify(body)).not.toContain('"ImportExpression"');
    }
  });
});

describe('in Node', () => {
  it('simulates', async () => {
    project.write('simulation.js', sources.simulation);
    expect((await project.node('simulation.js')).trim()).toBe('433.333 | 5416.667 | 300 | 73.55');
  });

  it.each(['define', ...figures.map(({ id }) => `define/${id}`)])(
    'lets `feels-fast/%s` be imported, where there is nothing to define',
    async (path) => {
      const code = `await import('feels-fast/${path}'); console.log('imported')`;
      expect((await project.node('--input-type=module', '-e', code)).trim()).toBe('imported');
    },
  );
});

describe('in TypeScript, strictly', () => {
  const check = async (config: string) => {
    project.write('tsconfig.json', config);
    return project.node(join(root, 'node_modules/typescript/bin/tsc'), '-p', '.');
  };

  it('knows the simulator and the elements, without any framework', async () => {
    project.write('plain.ts', sources.plain);
    expect(await check(sources.plainConfig)).toBe('');
  });

  it('knows the elements in React, Vue and Svelte, and the Svelte components', async () => {
    project.borrow('@types/react', 'vue', 'svelte');
    project.write('react.tsx', sources.react);
    project.write('vue.ts', sources.vue);
    project.write('svelte.ts', sources.svelte);
    expect(await check(sources.frameworkConfig)).toBe('');
  });
});

describe('in a Svelte app', () => {
  it('is drawn on the server', async () => {
    project.write('App.svelte', sources.app);
    project.write('server.js', sources.server);
    await build({
      root: project.folder,
      configFile: false,
      logLevel: 'warn',
      plugins: [sveltePlugin({ configFile: false })],
      build: { ssr: 'server.js', outDir: 'built' },
    });
    const html = await project.node('built/server.js');
    const { values } = fromQuery<SimulatorValues>(latencySimulator.settings, 'cost=25&rate=60');
    expect(html).toContain(bound(finding(sceneOf(values))));
    expect(html).toContain('id="simulator"');
    expect(html).toContain('long: “perhaps” is not one of its values');
  });
});

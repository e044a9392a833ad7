// What CONTRIBUTING.md says under “Add a figure”, done as it stands there, in a copy of the repository.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stages } from '../../scripts/checks.ts';
import { bin, npm, run } from '../../scripts/run.ts';
import { embedHeight } from '../../src/embed/heights.ts';
import { channels } from '../../src/embed/release.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const section = /^## Add a figure\n([^]*?)\n## /m.exec(
  readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'),
)![1]!;
const commands = [...section.matchAll(/^ *npm (.*\S)$/gm)].map(([, words]) => words!.split(' '));
const name = commands.find(([, script]) => script === 'new')!.at(-1)!;

let copy = '';
const here = (path: string) => join(copy, path);

beforeAll(async () => {
  copy = mkdtempSync(join(tmpdir(), 'feels-fast-'));
  const made = /^(node_modules|dist|package|coverage|test-results|\.astro|\.git)$/;
  cpSync(root, copy, {
    recursive: true,
    filter: (path) => !made.test(relative(root, path).split(sep)[0]!),
  });
  symlinkSync(join(root, 'node_modules'), here('node_modules'), 'junction');
  for (const command of commands.filter(([, script]) => script === 'new'))
    await succeeds(npm(...command));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

async function succeeds(command: string[]): Promise<string> {
  const { ok, output } = await run(command, { cwd: copy });
  expect(ok, `${command.join(' ')}\n${output}`).toBe(true);
  return output;
}

test('every command in it is one that there is', () => {
  const { scripts } = JSON.parse(readFileSync(here('package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const checks = stages.flat().map((check) => check.name);
  expect(commands.length).toBeGreaterThan(2);
  for (const [first, ...rest] of commands) {
    if (first === 'run') expect(Object.keys(scripts)).toContain(rest[0]);
    else expect(first).toBe('test');
    if (first === 'test') for (const check of rest.slice(1)) expect(checks).toContain(check);
  }
});

test('the figure is in order: style, lines between folders, what every figure is held to', async () => {
  const folder = `src/components/figures/${name}`;
  const changed = [
    folder,
    'src/components/figures/registry.ts',
    'src/embed/heights.ts',
    'tests/embed/sizes.test.ts',
  ];
  await succeeds(bin('prettier', '--check', ...changed));
  await succeeds(bin('eslint', '--max-warnings', '0', folder));
  const tests = ['figures/declarations', 'figures/render', 'embed/manifest', 'embed/sizes'];
  const output = await succeeds(
    bin('vitest', 'run', ...tests.map((file) => `tests/${file}.test.ts`), '-t', name),
  );
  expect(output).toMatch(/Tests\s.*\d\d passed/);
});

test('the site has it everywhere', async () => {
  await succeeds(bin('astro', 'build'));
  const page = readFileSync(here(`dist/play/${name}/index.html`), 'utf8');
  expect(page).toContain(`data-figure="${name}"`);
  for (const path of [
    `embed/${name}/index.html`,
    `embed/${name}/slow-start/index.html`,
    `oembed/${name}.json`,
    ...channels.flatMap((channel) => [
      `${channel}/ff-${name}.js`,
      `${channel}/embed/${name}/index.html`,
    ]),
  ])
    expect(existsSync(here(`dist/${path}`)), path).toBe(true);
  for (const list of ['play', 'embed'])
    expect(readFileSync(here(`dist/${list}/index.html`), 'utf8')).toContain(`/play/${name}/`);
  const { height } = JSON.parse(readFileSync(here(`dist/oembed/${name}.json`), 'utf8')) as {
    height: number;
  };
  expect(height).not.toBe(embedHeight(name)); // what a figure gets that has no line there
});

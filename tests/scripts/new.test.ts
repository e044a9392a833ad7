// What `npm run new` takes for a name, and what it leaves alone. tests/walk/ does the whole of it.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newArticle } from '../../scripts/new/article.ts';
import { newFigure } from '../../scripts/new/figure.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'feels-fast-'));
  for (const path of [
    'scripts/templates',
    'src/components/figures/registry.ts',
    'src/embed/heights.ts',
  ])
    cpSync(path, join(root, path), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

describe('names that are refused', () => {
  const cases = [
    { name: 'WaterLevel', expect: /Did you mean “water-level”\?/ },
    { name: 'water_level', expect: /Did you mean “water-level”\?/ },
    { name: '2-levels', expect: /small letters, with hyphens/ },
    { name: 'water', expect: /Two or more words/ },
    { name: '../water-level', expect: /stands in addresses/ },
    { name: 'scene-of', expect: /“sceneOf” means something else/ },
  ];
  test.each(cases)('$name, for a figure', async ({ name, expect: message }) => {
    await expect(newFigure(root, name)).rejects.toThrow(message);
  });
  test('Reading Speed, for an article', async () => {
    await expect(newArticle(root, 'Reading Speed', '2026-11-23')).rejects.toThrow(
      /cannot be the name of an article.*“reading-speed”/,
    );
  });
});

test('a figure has its own name in every form, and is never written over', async () => {
  const files = await newFigure(root, 'water-level');
  expect(files).toContain('src/components/figures/water-level/WaterLevel.svelte');
  for (const file of files) {
    const text = readFileSync(join(root, file), 'utf8');
    expect(text, file).not.toMatch(/example.?figure|\.\.\/src\//i);
  }
  const registry = readFileSync(join(root, 'src/components/figures/registry.ts'), 'utf8');
  expect(registry).toMatch(/figures: [^;]*\bwaterLevel,?\s*\];/);
  await expect(newFigure(root, 'water-level')).rejects.toThrow(/already/);
  expect(readFileSync(join(root, 'src/components/figures/registry.ts'), 'utf8')).toBe(registry);
});

test('an article is dated, comes last, and is never written over', async () => {
  const path = await newArticle(root, 'reading-speed', '2026-11-23');
  const text = readFileSync(join(root, path), 'utf8');
  expect(text).toMatch(
    /^---\ntitle: Reading speed\n[^]*published: 2026-11-23\n[^]*order: 1\n---\n/,
  );
  await expect(newArticle(root, 'reading-speed', '2026-11-24')).rejects.toThrow(/is there already/);
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

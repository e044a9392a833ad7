import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from './files.ts';
import { checkName, titleOf } from './names.ts';

/**
 * Writes an article, the last in the list.
 * @param root the repository
 * @param today as in "2026-11-23"
 * @returns its path in the repository
 * @throws Error that says why the name cannot be taken
 */
export async function newArticle(root: string, name: string, today: string): Promise<string> {
  checkName('article', name);
  const order = 1 + globSync('src/content/articles/*.mdx', { cwd: root }).length;
  const text = readFileSync(join(root, 'scripts/templates/example-article.mdx'), 'utf8')
    .replace('Example article', titleOf(name))
    .replaceAll('2026-01-01', today)
    .replace('order: 99', `order: ${order}`);
  const path = `src/content/articles/${name}.mdx`;
  await create(join(root, path), text);
  return path;
}

// Starts a figure or an article, from scripts/templates/.
//
//   npm run new figure water-level
//   npm run new article reading-speed

import { fileURLToPath } from 'node:url';
import { newArticle } from './new/article.ts';
import { newFigure, noteSize } from './new/figure.ts';
import { run } from './run.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const [kind, name, ...more] = process.argv.slice(2);

try {
  if (name === undefined || more.length > 0 || (kind !== 'figure' && kind !== 'article'))
    throw new Error('npm run new figure NAME, or npm run new article NAME');
  if (kind === 'figure') await startFigure(name);
  else await startArticle(name);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function startFigure(name: string): Promise<void> {
  const files = await newFigure(root, name);
  const { ok, output } = await run([process.execPath, 'scripts/new/size.ts', name]);
  if (!ok) throw new Error(output);
  await noteSize(root, name, Number(output));
  console.log(`${files.join('\n')}

It draws how an answer comes to the screen. Make it draw yours:
  npm run dev              and open /play/${name}/
  settings.ts              what can be set; layout.ts: what is drawn, as numbers; describe.ts: in words
  <Figure of="${name}" id="${name}" />    puts it into an article
  npm test -- unit build   says what is missing`);
}

async function startArticle(name: string): Promise<void> {
  const path = await newArticle(root, name, new Date().toISOString().slice(0, 10));
  console.log(`${path}

Write it, and look at it:
  npm run dev              and open /articles/${name}/
  npm test -- unit build   checks its links, sources, words and numbers`);
}

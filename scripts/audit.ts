// Measures what a reader's machine has to do, and holds it against scripts/audit/limits.ts.
//
//   npm run audit                              builds the site and measures everything; takes about a quarter of an hour
//   npm run audit -- --no-build                measures what was built before
//   npm run audit -- --only lighthouse,bytes   some parts only
//   npm run audit -- --long                    plays for ten real minutes, not ten of a clock moved by hand
//   npm run audit -- --json FILE               writes the rows there too; test-results/audit.json is always written

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { didYouMean } from '../src/text.ts';
import { parts, type Options } from './audit/parts.ts';
import { print, type Row } from './audit/rows.ts';
import { openSite } from './audit/site.ts';
import { buildSite } from './dist.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const file = fileURLToPath(new URL('../test-results/audit.json', import.meta.url));

try {
  const { values } = parseArgs({
    options: {
      'no-build': { type: 'boolean', default: false },
      only: { type: 'string', default: Object.keys(parts).join() },
      long: { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const wanted = values.only.split(',');
  const known = Object.keys(parts);
  const unknown = wanted.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new Error(
      `No such part: ${unknown}. The parts are ${known.join(', ')}.${didYouMean(unknown, known)}`,
    );
  if (!values['no-build']) await buildSite(console.error);
  const rows = await measure(wanted, { dist, long: values.long });
  console.log(print(rows));
  const json = `${JSON.stringify(rows, null, 2)}\n`;
  mkdirSync(new URL('.', `file://${file}`), { recursive: true });
  for (const target of [file, values.json]) if (target) writeFileSync(target, json);
  const misses = rows.filter(({ met }) => met === false).length;
  console.log(`\n${rows.length} rows, ${misses} over their limit.`);
  process.exit(misses > 0 ? 1 : 0);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}

async function measure(wanted: readonly string[], options: Options): Promise<Row[]> {
  const site = await openSite(dist);
  const rows: Row[] = [];
  for (const name of wanted) {
    const { of, measure: take } = parts[name]!;
    for (const each of of(dist)) {
      console.error(`${name}: ${each} …`);
      rows.push(...(await take(site, each, options)));
    }
  }
  await site.browser.close();
  return rows;
}

import type { Output } from '../../../src/components/figures/shared/props.ts';
import { coloursAt } from '../../../src/components/kit/colours.ts';
import type { Scene } from './layout.ts';
import { colourNames, picture } from './picture.ts';
import { csvTable, momentsTable, tokensTable } from './tables.ts';

/** What a reader's browser fetches when somebody opens the tables or saves a file. */
export const output = {
  tables: (scene) => [momentsTable(scene)],
  allRows: tokensTable,
  csv: csvTable,
  svg: (scene, t, root) => picture(scene, t, coloursAt(root, colourNames)),
} satisfies Output<Scene>;

import { coloursAt } from '../../kit/colours.ts';
import type { Output } from '../shared/props.ts';
import { colourNames, picture } from './picture.ts';
import type { Scene } from './scene.ts';
import { allTokensTable, dozenTable, tokensCsv, wayTable } from './tables.ts';

export const output = {
  tables: (scene) => [wayTable(scene), dozenTable(scene)],
  allRows: allTokensTable,
  csv: tokensCsv,
  svg: (scene, t, root) => picture(scene, t, coloursAt(root, colourNames)),
} satisfies Output<Scene>;

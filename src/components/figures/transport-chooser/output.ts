import { coloursAt } from '../../kit/colours.ts';
import type { Output } from '../shared/props.ts';
import { colourNames, picture } from './picture.ts';
import type { Scene } from './scene.ts';
import { answersTable, combinations, endpointsTable, pathsTable, rulesTable } from './tables.ts';

export const output = {
  tables: () => [pathsTable(), answersTable(), endpointsTable(), rulesTable()],
  allRows: combinations,
  csv: combinations,
  svg: (scene, _t, root) => picture(scene, coloursAt(root, colourNames)),
} satisfies Output<Scene>;

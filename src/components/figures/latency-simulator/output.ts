import { coloursAt } from '../../kit/colours.ts';
import type { Output } from '../shared/props.ts';
import type { Scene } from './layout.ts';
import { colourNames, picture } from './picture.ts';
import {
  allMomentsTable,
  measuresTable,
  momentsTable,
  scoresTable,
  scoreTable,
  tokensTable,
} from './tables.ts';

export const output = {
  tables: (scene) => [measuresTable(scene), momentsTable(scene)],
  allRows: allMomentsTable,
  scoreTable,
  scoresTable,
  csv: tokensTable,
  svg: (scene, t, root) => picture(scene, t, coloursAt(root, colourNames)),
} satisfies Output<Scene> & Record<string, unknown>;

import { finding } from './describe.ts';
import type { Scene } from './scene.ts';

/** What came of the settings, as plain JSON: the sentence, the followed token's way (ms), and the measures. */
export const resultOf = (scene: Scene) => ({
  finding: finding(scene),
  follow: scene.followed + 1,
  way: scene.way,
  ...scene.metrics,
});

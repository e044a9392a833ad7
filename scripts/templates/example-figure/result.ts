import { finding } from './describe.ts';
import type { Scene } from './layout.ts';

/** What came of the settings, as plain JSON: the sentence, the tokens, and times in ms. */
export const resultOf = (scene: Scene) => ({
  finding: finding(scene),
  tokens: scene.n,
  first: scene.first,
  last: scene.last,
});

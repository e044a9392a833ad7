import { finding } from './describe.ts';
import type { Scene } from './scene.ts';

/** What came of the answers, as plain JSON: the sentence, the transport (`null` while open), and the way to it. */
export const resultOf = (scene: Scene) => ({
  finding: finding(scene),
  transport: scene.result,
  path: scene.decision.path,
});

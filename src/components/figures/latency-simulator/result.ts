import { finding } from './describe.ts';
import type { Scene } from './layout.ts';

/** What came of the settings, as plain JSON: the sentence, and each panel's measures (times in ms). */
export const resultOf = (scene: Scene) => ({
  finding: finding(scene),
  panels: scene.panels.map(({ id, name, metrics }) => ({ id, name, ...metrics })),
});

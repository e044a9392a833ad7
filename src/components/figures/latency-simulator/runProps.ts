import type { Snippet } from 'svelte';
import type { box, chartOf, curve, Scene } from './layout.ts';

/** What a run for real is given. Here, and not beside it: the figure leaves the site without it. */
export interface RunProps {
  scene: Scene;
  lang: string;
  /** From the figure, which has them: what both import would become a file of its own. */
  drawn: { box: typeof box; chartOf: typeof chartOf; curve: typeof curve };
  onrun: () => void;
}

/** The part that is fetched when somebody opens it: run/Part.svelte. */
export interface RunPart {
  run: Snippet<[RunProps]>;
}

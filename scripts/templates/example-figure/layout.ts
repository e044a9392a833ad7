import { playtime } from '../../../src/components/figures/shared/scene.ts';
import { roundMs, scenario, simulate, type Ms, type Trace } from '../../../src/sim/index.ts';
import type { ExampleFigureValues } from './settings.ts';

/** Everything that can be drawn for one choice of settings. */
export interface Scene {
  trace: Trace;
  n: number;
  /** When the first and the last token show. */
  first: Ms;
  last: Ms;
  duration: Ms;
  /** The scrubber's grain. */
  step: Ms;
  poster: Ms;
  /** All moments at which the picture changes, ascending. */
  events: Float64Array;
}

export function sceneOf({ ttft, rate }: ExampleFigureValues): Scene {
  const trace = simulate(scenario({ ttft, rate }));
  const [first, last] = [trace.dom[0]!, trace.dom.at(-1)!];
  return {
    trace,
    n: trace.n,
    first,
    last,
    ...playtime(last, 0.03),
    poster: roundMs((first + last) / 2),
    events: trace.paints,
  };
}

/** The chart is drawn in a box of this size. */
export const box = { width: 1000, height: 200 } as const;

export const across = (scene: Scene, t: Ms): number =>
  Math.round((t / scene.duration) * box.width * 10) / 10;

/** Tokens that can be read over time, up to `t`: a step path that goes across, then up. */
export function curve(scene: Scene, t: Ms): string {
  const { paints, shown } = scene.trace;
  const up = (tokens: number) => Math.round((1 - tokens / scene.n) * box.height * 10) / 10;
  let path = `M0,${box.height}`;
  for (let i = 0; i < paints.length && paints[i]! <= t; i++)
    path += `H${across(scene, paints[i]!)}V${up(shown[i]!)}`;
  return `${path}H${across(scene, t)}`;
}

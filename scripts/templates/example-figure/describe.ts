import { duration, plural, seconds } from '../../../src/components/figures/shared/words.ts';
import { frameAt, type Ms } from '../../../src/sim/index.ts';
import type { Scene } from './layout.ts';

/** What this setting shows, in a sentence from its numbers. */
export function finding({ n, first, last }: Scene): string {
  return `The first token shows at ${duration(first)}, all ${plural(n, 'token')} at ${duration(last)}.`;
}

/** Where it stands at `t`. */
export function moment({ trace, n }: Scene, t: Ms): string {
  return `At ${seconds(t)}, ${frameAt(trace, t).dom} of ${plural(n, 'token')} can be read.`;
}

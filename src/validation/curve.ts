import type { Ms } from '../sim/index.ts';

/** A step of a curve: so many tokens were there from `at` on. */
export interface Step {
  at: Ms;
  tokens: number;
}

/** When each token came, as the steps of a curve. */
export function steps(times: Iterable<number>): Step[] {
  const out: Step[] = [];
  let tokens = 0;
  for (const at of times) {
    tokens++;
    if (out.at(-1)?.at === at) out.at(-1)!.tokens = tokens;
    else out.push({ at, tokens });
  }
  return out;
}

/** A curve as text: for each step the tenths of a millisecond since the one before, and `*5` if it is five tokens high. */
export function packed(times: Iterable<number>): string {
  const tenths = Array.from(times, (t) => Math.round(t * 10));
  let from = { at: 0, tokens: 0 };
  return steps(tenths)
    .map((step) => {
      const high = step.tokens - from.tokens;
      const text = `${String(step.at - from.at)}${high === 1 ? '' : `*${String(high)}`}`;
      from = step;
      return text;
    })
    .join(' ');
}

/** The inverse of `packed`, to a tenth of a millisecond. */
export function unpacked(text: string): Step[] {
  let [tenths, tokens] = [0, 0];
  return text.split(' ').map((word) => {
    const [later, high = '1'] = word.split('*');
    tenths += Number(later);
    tokens += Number(high);
    return { at: tenths / 10, tokens };
  });
}

import { frozenSpans, longTaskSpans, type Ms, type Span } from '../../../sim/index.ts';
import type { Chart, Panel } from './layout.ts';

/** A stretch of a panel's lane, in ms. */
export interface Stretch {
  kind: 'waiting' | 'drawing' | 'frozen' | 'busy';
  from: Ms;
  to: Ms;
}

/** A panel's lane: waiting, then drawing, with frozen stretches and long tasks laid over. */
export function lane({ trace }: Panel): Stretch[] {
  const { dom, paints, busy } = trace;
  return [
    { kind: 'waiting', from: 0, to: dom[0]! },
    { kind: 'drawing', from: dom[0]!, to: dom.at(-1)! },
    ...frozenSpans(paints).map(([from, to]) => ({ kind: 'frozen', from, to }) as const),
    ...joined(longTaskSpans(busy)).map(([from, to]) => ({ kind: 'busy', from, to }) as const),
  ];
}

/** Shares of the box that are two pixels on a lane of the usual width, which is the least a stretch is drawn with. */
const HAIRLINE = 1.9;

/**
 * What of a panel's lane there is to see. A frozen stretch or a long task two pixels wide is all outline, in the colour
 * of the text that appears around it: a thousand of them would only hold up the page. Where there is no text yet, and in
 * a hollow stretch, it shows.
 */
export function seenLane(panel: Panel, chart: Chart): Stretch[] {
  const [waiting, drawing, ...over] = lane(panel) as [Stretch, Stretch, ...Stretch[]];
  const wide = ({ from, to }: Stretch) => chart.x(to) - chart.x(from) > HAIRLINE;
  const hollow = over.filter((stretch) => stretch.kind === 'frozen' && wide(stretch));
  const seen = (stretch: Stretch) =>
    wide(stretch) ||
    stretch.from < drawing.from ||
    hollow.some(({ from, to }) => from < stretch.to && stretch.from < to);
  return [waiting, drawing, ...over.filter(seen)];
}

/** Spans that touch, as one: a thousand long tasks in a row are one stripe. */
function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const before = out.at(-1);
    if (before?.[1] === span[0]) out[out.length - 1] = [before[0], span[1]];
    else out.push(span);
  }
  return out;
}

import { FREEZE, frameAt, metrics, simulate, type Ms } from '../../../sim/index.ts';
import { count, duration, list, plural, score, seconds } from '../shared/words.ts';
import { scenarioOf, type Panel, type Scene } from './layout.ts';

/** What this setting shows, in a sentence or two from its numbers. The strongest effect speaks. */
export function finding(scene: Scene): string {
  return (
    littleToStream(scene) ??
    overload(scene) ??
    holding(scene) ??
    bucket(scene) ??
    reasoning(scene) ??
    freezing(scene) ??
    plain(scene)
  );
}

/** How much better one score is than the other, as far as a reader can see: scores that read the same are even. */
function gain(p: Panel, over: number): number {
  const value = p.metrics.feelsFast!;
  return score(value) === score(over) ? 0 : value - over;
}

const first = (p: Panel) => duration(p.metrics.firstPaint);
const range = (values: number[]) => Math.max(...values) - Math.min(...values);
const apart = (scene: Scene, measure: 'firstPaint' | 'lastPaint'): Ms =>
  range(scene.panels.map((p) => p.metrics[measure]!));
/** " (73 against 15)"; nothing where the two read the same and there is nothing to compare. */
function scores([sync, token]: Scene['panels'], name = ''): string {
  const [a, b] = [score(token.metrics.feelsFast), score(sync.metrics.feelsFast)];
  return a === b ? '' : ` (${name}${a} against ${b})`;
}

/** Is everything there at once anyway? */
function littleToStream(scene: Scene): string | null {
  const between = Math.max(apart(scene, 'firstPaint'), apart(scene, 'lastPaint'));
  if (scene.n > 1 && (scene.values.proxy === 'hold' || between > 100)) return null;
  const what =
    scene.n === 1 ? 'With one token' : `With ${plural(scene.n, 'token')} this close together`;
  const when = between < 1 ? 'at the same moment' : `within ${duration(between)} of each other`;
  return `${what} there is nothing to stream: all three show the answer ${when}, at ${first(scene.panels[1])}.`;
}

/** Is the page so busy with each token that streaming per token suffers? */
function overload(scene: Scene): string | null {
  const [sync, token, third] = scene.panels;
  const { longestTask, feelsFast } = token.metrics;
  if (longestTask === null || longestTask <= FREEZE) return null;
  const gained = gain(token, sync.metrics.feelsFast!);
  const head =
    gained < 0
      ? 'Streaming per token scores below not streaming'
      : gained === 0
        ? 'Streaming per token gains nothing over not streaming'
        : 'Streaming per token freezes on the way';
  const pace =
    scene.values.proxy === 'pass'
      ? `tokens come every ${duration(1000 / scene.values.rate)}`
      : 'the proxy lets tokens go in lots';
  const pause = third.metrics.longestPaintGap;
  const better =
    pause && gain(third, feelsFast!) > 0
      ? ` Drawn ${third.short}, the longest pause is ${duration(pause)}.`
      : '';
  return (
    `${head}${scores(scene.panels)}: each draw takes ${workPerDraw(token)} and ${pace}, ` +
    `so the page is busy, and stands still, for ${duration(longestTask)} at a stretch.${better}`
  );
}

function workPerDraw({ trace }: Panel): string {
  const { cost, charcost } = trace.scenario;
  const most = cost + (charcost / 1000) * trace.chars.at(-1)!;
  if (charcost === 0) return duration(cost);
  return `${cost === 0 ? 'up' : duration(cost)} to ${duration(most)}`;
}

function holding({ values, panels: [sync, token] }: Scene): string | null {
  if (values.proxy !== 'hold') return null;
  return (
    `The proxy holds everything to the end, so streaming shows its first word at ${first(token)}, ` +
    `about when the plain call shows everything (${first(sync)}).`
  );
}

function bucket({ values, panels: [, token] }: Scene): string | null {
  if (values.proxy !== 'bucket') return null;
  const free = metrics(simulate({ ...scenarioOf(values), proxy: 'pass', render: 'token' }));
  if (gain(token, free.feelsFast!) >= 0) return null;
  return (
    `The proxy waits for full buckets: the first words show at ${first(token)} in place of ${duration(free.firstPaint)}, ` +
    `all of it comes in ${plural(new Set(token.trace.proxy).size, 'lump')}, ` +
    `and the score falls from ${score(free.feelsFast)} to ${score(token.metrics.feelsFast)}.`
  );
}

function reasoning({ values, panels }: Scene): string | null {
  if (values.reasoning === 0) return null;
  const [sync, token] = panels;
  const saved = sync.metrics.firstPaint! - token.metrics.firstPaint!;
  const come = values.reasoning === 1 ? 'comes' : 'come';
  return (
    `${plural(values.reasoning, 'hidden token')} ${come} first, so even streaming shows its first word after ${first(token)}; ` +
    `it saves the last ${duration(saved)} of the wait${scores(panels)}.`
  );
}

function freezing({ panels }: Scene): string | null {
  const { frozen, longestPaintGap } = panels[1].metrics;
  if (frozen < 1000) return null;
  return (
    `The stream itself falters: its text stands still for ${duration(frozen)} in all beyond pauses of a quarter second, ` +
    `${duration(longestPaintGap)} at the longest${scores(panels, 'feels-fast ')}.`
  );
}

function plain(scene: Scene): string {
  const [sync, token] = scene.panels;
  const between = apart(scene, 'lastPaint');
  const together = between < 1 ? 'in the same frame' : `within ${duration(between)}`;
  return (
    `Streaming shows the first words at ${first(token)}, the plain call everything at ${first(sync)}` +
    `${scores(scene.panels, 'feels-fast ')}; the last token shows ${together} in all three.`
  );
}

/** What a panel says at `t` while it has nothing to show. */
export function waiting(busy: boolean, t: Ms): string {
  return `${busy ? 'busy, nothing painted' : 'waiting'} · ${seconds(t)}`;
}

/** Where the three stand at `t`: "At 2.40 s, sync has shown nothing yet, …". */
export function moment(scene: Scene, t: Ms): string {
  const states = scene.panels.map(({ short, trace }) => {
    const { dom, done, busy } = frameAt(trace, t);
    if (dom === 0) return `${short} has shown nothing yet${busy ? ' (page busy)' : ''}`;
    if (done)
      return `${short} shows ${scene.n === 1 ? 'the one token' : `all ${plural(scene.n, 'token')}`}`;
    return `${short} shows ${count(dom)} of ${plural(scene.n, 'token')}`;
  });
  return `At ${seconds(t)}, ${list(states)}.`;
}

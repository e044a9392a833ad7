import { frameAt, metrics, simulate, type Ms } from '../../../sim/index.ts';
import { count, duration, list, plural, score, seconds } from '../shared/words.ts';
import { scenarioOf, type Panel, type Scene } from './layout.ts';

/** What this setting shows, in one sentence from its numbers. The strongest effect speaks. */
export function finding(scene: Scene): string {
  const [sync, token, third] = scene.panels;
  const v = scene.values;
  const scores = `${score(token.metrics.feelsFast)} against ${score(sync.metrics.feelsFast)}`;
  const first = (p: Panel) => duration(p.metrics.firstPaint);
  const name = third.name.replace('Stream, ', '');

  if (token.metrics.firstPaint! > sync.metrics.lastPaint!)
    return (
      `Streaming per token scores below not streaming at all (${scores}): each draw takes ${workPerToken(token)}, ` +
      `tokens come every ${duration(1000 / v.rate)}, so the page paints only when it has caught up, at ${first(token)}. ` +
      `Drawn ${drawn(name)}, the first words show at ${first(third)}.`
    );
  if (scene.n === 1)
    return `With one token there is nothing to stream: the three show it within ${duration(spread(scene.panels))} of each other, at ${first(token)}.`;
  if (v.proxy === 'hold')
    return `The proxy holds everything to the end, so streaming shows its first word at ${first(token)}, about when the plain call shows everything (${first(sync)}).`;
  if (v.proxy === 'bucket') {
    const free = metrics(simulate({ ...scenarioOf(v), proxy: 'pass', render: 'token' }));
    return (
      `The proxy waits for full buckets: the first words show at ${first(token)} in place of ${duration(free.firstPaint)}, ` +
      `all of it comes in ${plural(token.metrics.paints, 'lump')}, and the score falls from ${score(free.feelsFast)} to ${score(token.metrics.feelsFast)}.`
    );
  }
  if (v.reasoning > 0)
    return (
      `${plural(v.reasoning, 'hidden token')} come first, so even streaming shows its first word after ${first(token)}; ` +
      `it saves the last ${duration(sync.metrics.firstPaint! - token.metrics.firstPaint!)} of the wait (${scores}).`
    );
  return (
    `Streaming shows the first words at ${first(token)}, the plain call everything at ${first(sync)} ` +
    `(feels-fast ${scores}); the last token shows ${together(lastSpread(scene.panels))}.`
  );
}

const drawn = (name: string) => (name === 'yielding' ? 'with a yield after each batch' : name);
const together = (ms: Ms) =>
  ms < 1 ? 'in the same frame in all three' : `within ${duration(ms)} in all three`;
const range = (values: number[]) => Math.max(...values) - Math.min(...values);
const spread = (panels: readonly Panel[]): Ms => range(panels.map((p) => p.metrics.firstPaint!));
const lastSpread = (panels: readonly Panel[]): Ms => range(panels.map((p) => p.metrics.lastPaint!));

function workPerToken({ trace }: Panel): string {
  const { cost, charcost } = trace.scenario;
  const most = cost + (charcost / 1000) * trace.chars.at(-1)!;
  return charcost === 0 ? duration(cost) : `${duration(cost)} to ${duration(Math.round(most))}`;
}

/** Where the three stand at `t`: "At 2.40 s, sync is still waiting; …". */
export function moment(scene: Scene, t: Ms): string {
  const states = scene.panels.map((panel) => {
    const { dom, done, busy } = frameAt(panel.trace, t);
    const name = panel.name.replace('Stream, ', '').toLowerCase();
    if (dom === 0) return `${name} has shown nothing yet${busy ? ' and the page is busy' : ''}`;
    if (done)
      return `${name} shows ${scene.n === 1 ? 'the one token' : `all ${plural(scene.n, 'token')}`}`;
    return `${name} shows ${count(dom)} of ${plural(scene.n, 'token')}`;
  });
  return `At ${seconds(t)}, ${list(states)}.`;
}

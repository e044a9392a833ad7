import { metrics, roundMs, simulate, type Ms } from '../../../sim/index.ts';
import { knobs } from '../shared/knobs.ts';
import { count, duration, plural, seconds } from '../shared/words.ts';
import { momentAt, onChip } from './layout.ts';
import { scenarioOf, stepNames, type Scene, type StepId } from './scene.ts';

const spent = (scene: Scene, id: StepId): Ms => {
  const { from, to } = scene.way.find((step) => step.id === id)!;
  return roundMs(to - from);
};

/** The followed token by number and text: “token 12, “·full””. */
export function theToken({ followed, trace }: Scene): string {
  return `token ${count(followed + 1)}, “${onChip(trace.tokens.text[followed]!)}”`;
}

/** What this setting shows, in a sentence or two from its numbers. The first of these that holds speaks. */
export function finding(scene: Scene): string {
  return (
    held(scene) ??
    bucket(scene) ??
    queueAtServer(scene) ??
    queueInBrowser(scene) ??
    busyPage(scene) ??
    grouped(scene) ??
    drawnLater(scene) ??
    clear(scene)
  );
}

/** When the first words would show with some settings changed. */
const firstPaintWith = (scene: Scene, change: object): Ms =>
  metrics(simulate({ ...scenarioOf(scene.values), ...change })).firstPaint!;

function held(scene: Scene): string | null {
  if (scene.values.proxy !== 'hold' || scene.trace.server.length === 1) return null;
  const { trace } = scene;
  return (
    `The proxy lets nothing go before the last event is in: all ${count(trace.server.length)} of them, ${count(trace.ends.at(-1)!)} bytes. ` +
    `The page stays empty until ${duration(scene.metrics.firstPaint)}; ${theToken(scene)}, waits ${duration(spent(scene, 'chunk'))} in the proxy.`
  );
}

function bucket(scene: Scene): string | null {
  const free = scene.values.proxy === 'bucket' && firstPaintWith(scene, { proxy: 'pass' });
  if (free === false || free >= scene.metrics.firstPaint!) return null;
  return (
    `The proxy passes on full buckets only, so the first words show at ${duration(scene.metrics.firstPaint)} in place of ${duration(free)}. ` +
    `Of its way ${theToken(scene)}, spends ${duration(spent(scene, 'chunk'))} in the bucket.`
  );
}

function queueAtServer(scene: Scene): string | null {
  const { values, trace } = scene;
  const late = roundMs(trace.server.at(-1)! - trace.model.at(-1)! - values.framing);
  if (late < 2 * values.framing || late < 100) return null;
  return (
    `An event takes ${duration(values.framing)} to frame and the next is due sooner, so they queue at the server: ` +
    `the last one waits ${duration(late)} there, and ${theToken(scene)}, ${duration(roundMs(spent(scene, 'frame') - values.framing))}.`
  );
}

function queueInBrowser(scene: Scene): string | null {
  const { values, trace } = scene;
  const late = trace.browser.at(-1)! - trace.proxy.at(-1)! - values.latency;
  if (late < 3 * values.parse || late < 100) return null;
  return (
    `An event takes ${duration(values.parse)} to parse and the next comes sooner, so they queue in the browser: ` +
    `the last one waits ${duration(late - values.parse)} there, and ${theToken(scene)}, ${duration(roundMs(spent(scene, 'parse') - values.parse))}.`
  );
}

function busyPage(scene: Scene): string | null {
  const { longestTask, firstPaint, paints } = scene.metrics;
  if (longestTask === null || longestTask < 250) return null;
  const what =
    paints === 1
      ? `and everything shows at once, at ${duration(firstPaint)}`
      : `and the whole answer takes ${plural(paints, 'paint')}`;
  return (
    `The page works for ${duration(longestTask)} at a stretch and paints nothing meanwhile: ` +
    `${theToken(scene)}, is parsed ${duration(spent(scene, 'paint'))} before anybody sees it, ${what}.`
  );
}

function grouped(scene: Scene): string | null {
  const { values, trace } = scene;
  if (values.group === 1 || trace.n === 1) return null;
  const bytes = simulate({ ...scenarioOf(values), group: 1 }).ends.at(-1)!;
  const less = Math.round((1 - trace.ends.at(-1)! / bytes) * 100);
  return (
    `${count(Math.min(values.group, trace.n))} tokens share an event: ${plural(trace.server.length, 'event')} in place of ${count(trace.n)}, and ${less} % fewer bytes. ` +
    `The price: ${theToken(scene)}, waits ${duration(spent(scene, 'frame'))} at the server for the last of its event.`
  );
}

function drawnLater(scene: Scene): string | null {
  if (spent(scene, 'paint') < 100) return null;
  const { render } = scene.trace.scenario;
  return (
    `The page draws ${knobs.render.names[render]}: ${theToken(scene)}, is parsed ` +
    `${duration(spent(scene, 'paint'))} before anybody sees it.`
  );
}

function clear(scene: Scene): string {
  const [decode, ...rest] = scene.way;
  const after = rest.at(-1)!.to - decode!.to;
  return (
    `Once decoded, ${theToken(scene)}, is on the screen ${duration(after)} later: ` +
    `${duration(spent(scene, 'network'))} of that in the network, ${duration(spent(scene, 'paint'))} for the next paint. ` +
    `What it waited for was the model: ${duration(decode!.to)}.`
  );
}

/** Where things stand at `t`: "At 0.84 s, the model has written 27 of 301 tokens, …". */
export function moment(scene: Scene, t: Ms): string {
  const { trace } = scene;
  const { at, frame, vessel, released, received, parsed } = momentAt(scene, t);
  const { group, proxy } = trace.scenario;
  const travelling = released - received;
  const waiting = received - parsed;
  const undrawn = frame.browser - frame.dom;
  const parts = [
    frame.model === 0
      ? 'the model has written nothing yet'
      : `the model has written ${frame.model === trace.n ? `all ${plural(trace.n, 'token')}` : `${count(frame.model)} of ${plural(trace.n, 'token')}`}`,
    frame.model - frame.server > 1 && `${count(frame.model - frame.server)} wait at the server`,
    vessel &&
      frame.held.events > 0 &&
      `the proxy holds ${plural(frame.held.events, 'event')}, ${count(vessel.level)} ${proxy === 'bucket' ? `of ${count(vessel.size)} ` : ''}bytes`,
    travelling > 0 &&
      `${plural(travelling, 'event')} ${travelling === 1 ? 'is' : 'are'} in the network`,
    waiting > 1 && `${plural(waiting, 'event')} wait to be parsed`,
    undrawn > group && `${plural(undrawn, 'token')} wait to be drawn`,
    at &&
      `token ${count(scene.followed + 1)} is ${at === 'network' ? 'in the network' : `at the ${stepNames[at].hop}`}`,
    frame.dom === 0
      ? `the page ${frame.busy ? 'is busy and has painted nothing' : 'is empty'}`
      : `the page shows ${frame.done ? 'all of it' : count(frame.dom)}`,
  ];
  return `At ${seconds(t)}, ${parts.filter((part) => typeof part === 'string').join('; ')}.`;
}
